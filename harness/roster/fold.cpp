#include "roster/fold.hpp"

#include <algorithm>
#include <array>

namespace gradus::roster {
namespace {

/// Letters and how one writes them without accents.
struct Fold {
  std::string_view plain;
  std::string_view letters;
};
constexpr std::array<Fold, 30> kFolds = {{
    {"a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"},
    {"b", "ḂḃḄḅḆḇ"},
    {"c", "ÇçĆćĈĉĊċČčḈḉ"},
    {"d", "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ"},
    {"e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"},
    {"f", "Ḟḟ"},
    {"g", "ĜĝĞğĠġĢģǦǧḠḡ"},
    {"h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"},
    {"i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị"},
    {"j", "Ĵĵ"},
    {"k", "ĶķǨǩḰḱḲḳḴḵ"},
    {"l", "ĹĺĻļĽľŁłḶḷḸḹḺḻḼḽ"},
    {"m", "ḾḿṀṁṂṃ"},
    {"n", "ÑñŃńŅņŇňŊŋǸǹṄṅṆṇṈṉṊṋ"},
    {"o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"},
    {"p", "ṔṕṖṗ"},
    {"r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"},
    {"s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛ"},
    {"t", "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ"},
    {"u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"},
    {"v", "ṼṽṾṿ"},
    {"w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"},
    {"x", "ẊẋẌẍ"},
    {"y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"},
    {"z", "ŹźŻżŽžẐẑẒẓẔẕ"},
    {"ae", "Ææ"},
    {"ij", "Ĳĳ"},
    {"oe", "Œœ"},
    {"ss", "ßẞ"},
    {"th", "Þþ"},
}};

bool goes_on(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
}

/// Takes the first character off a text in UTF-8: a byte and those that go on with it.
std::string_view take_character(std::string_view& text) {
  std::size_t length = 1;
  while (goes_on(text, length)) ++length;
  const std::string_view character = text.substr(0, length);
  text.remove_prefix(length);
  return character;
}

bool is_within(std::string_view character, std::string_view first, std::string_view last) {
  return character.size() == first.size() && character >= first && character <= last;
}

/// Apostrophes, accents that follow their letter, and characters that nobody sees.
bool is_dropped(std::string_view c) {
  return c == "'" || c == "`" || c == "\u00b4" || c == "\u00ad" || c == "\ufeff" ||
         is_within(c, "\u02b9", "\u02bc") || is_within(c, "\u0300", "\u036f") ||
         is_within(c, "\u2018", "\u201b") || is_within(c, "\u200b", "\u200f") ||
         is_within(c, "\u202a", "\u202e") || is_within(c, "\u2060", "\u2064") || c == "\u2032";
}

bool is_between_words(std::string_view c) {
  return is_within(c, "\u00a0", "\u00bf") || is_within(c, "\u2000", "\u206f") || c == "\u3000";
}

/// One ASCII character; '\0' for one that stands between words.
char fold_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

/// A broken character, a letter's first byte for instance, is no letter.
bool is_among(std::string_view letters, std::string_view character) {
  const std::size_t at = letters.find(character);
  return at != letters.npos && !goes_on(letters, at) && !goes_on(letters, at + character.size());
}

std::string_view fold_letter(std::string_view character) {
  const auto* fold = std::find_if(kFolds.begin(), kFolds.end(),
                                  [&](const Fold& f) { return is_among(f.letters, character); });
  return fold == kFolds.end() ? character : fold->plain;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_blank(std::string_view c) {
  return c == " " || c == "\t" || c == "\n" || c == "\r" || c == "\v" || c == "\f" || c == "\u00a0";
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  while (!text.empty()) {
    const std::string_view c = take_character(text);
    if (is_dropped(c)) continue;
    if (c.size() == 1 && static_cast<unsigned char>(c[0]) < 0x80) {
      const char plain = fold_ascii(c[0]);
      if (plain == '\0') {
        end_word();
      } else {
        word += plain;
      }
    } else if (is_between_words(c)) {
      end_word();
    } else {
      word += fold_letter(c);
    }
  }
  end_word();
  return words;
}

std::string folded(std::string_view text) { return join(folded_words(text)); }

std::string name_key(std::string_view name) {
  std::vector<std::string> words = folded_words(name);
  std::sort(words.begin(), words.end());
  return join(words);
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string tidy(std::string_view text) {
  std::string tidied;
  bool blank = false;
  while (!text.empty()) {
    const std::string_view c = take_character(text);
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank && !tidied.empty()) tidied += ' ';
    blank = false;
    tidied += c;
  }
  return tidied;
}

}  // namespace gradus::roster
