#include "intake/assignments.hpp"

#include <algorithm>

#include "intake/names.hpp"
#include "intake/refusal.hpp"
#include "intake/upload.hpp"

namespace gradus::intake {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

}  // namespace

Assignments parse_assignments(std::string_view text, const std::string& name) {
  Assignments all;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = name + ", line " + std::to_string(number) + ": ";
    const auto fail = [&](const char* expected) {
      return IntakeError(where + expected + ", got: " + label_of(line));
    };
    const std::size_t sign = line.rfind('=');
    if (sign == std::string_view::npos) throw fail("expected LABEL = STUDENT-ID");
    const std::string label(trimmed(line.substr(0, sign)));
    const std::string id(trimmed(line.substr(sign + 1)));
    if (label.empty() || id.empty()) throw fail("expected LABEL = STUDENT-ID");
    if (!all.emplace(label, id).second) throw fail("expected each label once");
  }
  return all;
}

Assignments read_assignments(const std::filesystem::path& file) {
  constexpr std::uint64_t kMost = std::uint64_t{4} << 20;
  const std::string name = label_of(file.string());
  try {
    std::error_code ignored;
    const auto real = std::filesystem::canonical(file, ignored);
    return parse_assignments(read_from_disk(ignored ? file : real, name, kMost), name);
  } catch (const Refusal& why) {
    throw IntakeError(why.what());
  }
}

}  // namespace gradus::intake
