#include "release/leaks.hpp"

#include <map>
#include <utility>

#include "release/bare_code.hpp"
#include "tools/source_line.hpp"

namespace gradus::release {
namespace {

/// A hash of a stretch of text that moves on by one character at a time.
class RollingHash {
 public:
  explicit RollingHash(std::string_view stretch) {
    for (const char c : stretch) value_ = value_ * kBase + byte(c);
    for (std::size_t i = 1; i < stretch.size(); ++i) oldest_ *= kBase;
  }

  [[nodiscard]] std::uint64_t value() const { return value_; }
  void move_on(char leaves, char enters) {
    value_ = (value_ - byte(leaves) * oldest_) * kBase + byte(enters);
  }

 private:
  static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;
  static std::uint64_t byte(char c) { return static_cast<unsigned char>(c) + std::uint64_t{1}; }

  std::uint64_t value_ = 0;
  std::uint64_t oldest_ = 1;
};

/// Every C++ file has such lines.
bool says_nothing(std::string_view line) {
  line = tools::trimmed(line);
  return line.starts_with("#") || line.starts_with("namespace") || line.starts_with("}");
}

/// The pieces of code that begin with a line; one short piece if there is no long one.
std::vector<std::string> pieces_of(std::string_view code) {
  std::string all;
  std::vector<std::size_t> begins;
  for (const std::string_view line : tools::split_lines(code)) {
    const std::string bare = bare_code(line);
    if (bare.empty()) continue;
    if (!says_nothing(line)) begins.push_back(all.size());
    all += bare;
  }
  std::vector<std::string> pieces;
  for (const std::size_t begin : begins) {
    if (begin + LeakSearch::kPiece > all.size()) break;
    pieces.push_back(all.substr(begin, LeakSearch::kPiece));
  }
  if (pieces.empty() && !begins.empty()) pieces.push_back(all.substr(begins.front()));
  return pieces;
}

std::string without_comment_signs(std::string text) {
  for (std::size_t at = 0; (at = text.find("//", at)) != std::string::npos;) text.erase(at, 2);
  return text;
}

}  // namespace

/// Keeps one leak for each secret.
class LeakSearch::Found {
 public:
  explicit Found(const std::string& file) : file_(file) {}
  void add(const std::string& secret, const std::string& text) {
    leaks_.try_emplace(secret, Leak{file_, secret, text});
  }
  [[nodiscard]] std::vector<Leak> leaks() && {
    std::vector<Leak> all;
    for (auto& [secret, leak] : leaks_) all.push_back(std::move(leak));
    return all;
  }

 private:
  const std::string& file_;
  std::map<std::string, Leak> leaks_;
};

void LeakSearch::add_public(std::string_view code) {
  for (std::string& piece : pieces_of(code)) public_.insert(std::move(piece));
}

void LeakSearch::add_code(const std::string& name, std::string_view code) {
  for (std::string& piece : pieces_of(code)) {
    if (piece.size() < kShortest || public_.contains(piece)) continue;
    if (piece.size() < kPiece) {
      short_code_.push_back({std::move(piece), name});
    } else {
      const std::uint64_t hash = RollingHash(piece).value();
      pieces_.try_emplace(hash, Secret{std::move(piece), name});
    }
  }
}

void LeakSearch::add_words(std::string name, std::string words) {
  words_.push_back({std::move(words), std::move(name)});
}

std::vector<Leak> LeakSearch::find_in(const std::string& file, std::string_view content) const {
  Found found(file);
  const std::string text = file.ends_with(".html") ? text_of_page(content) : std::string(content);
  for (const Secret& secret : words_) {
    if (text.find(secret.text) != std::string::npos) found.add(secret.name, secret.text);
  }
  look_for_code(bare_code(text), found);
  // Code that was commented out is there to be read.
  look_for_code(bare_code(without_comment_signs(text)), found);
  return std::move(found).leaks();
}

void LeakSearch::look_for_code(std::string_view bare, Found& found) const {
  for (const Secret& secret : short_code_) {
    if (bare.find(secret.text) != std::string::npos) found.add(secret.name, secret.text);
  }
  if (bare.size() < kPiece) return;
  RollingHash hash(bare.substr(0, kPiece));
  for (std::size_t at = 0;; ++at) {
    const auto piece = pieces_.find(hash.value());
    if (piece != pieces_.end() && bare.substr(at, kPiece) == piece->second.text) {
      found.add(piece->second.name, piece->second.text);
    }
    if (at + kPiece == bare.size()) return;
    hash.move_on(bare[at], bare[at + kPiece]);
  }
}

}  // namespace gradus::release
