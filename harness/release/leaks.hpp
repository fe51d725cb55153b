#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gradus::release {

/// Something that students must not have, in a file that they would get.
struct Leak {
  std::string file;    ///< of the handout
  std::string secret;  ///< whose text it is: "solutions/tp1/softmax.cpp"
  std::string text;    ///< what was found
};

/// Looks for secrets in the files of a handout.
///
/// Of secret code every piece of `kPiece` characters that begins with a line is looked for, a
/// statement or two, wherever it was pasted to and however it is indented. Code that students are
/// given anyway, as in headers, is no secret.
class LeakSearch {
 public:
  static constexpr std::size_t kPiece = 72;
  /// Code that is shorter than a piece is looked for as a whole, unless it is shorter than this:
  /// `return x;` may stand anywhere.
  static constexpr std::size_t kShortest = 24;

  /// Code that students have: none of it counts as a secret in later calls of add_code().
  void add_public(std::string_view code);
  /// \param name for messages
  void add_code(const std::string& name, std::string_view code);
  /// Words that must appear nowhere, such as a seed.
  void add_words(std::string name, std::string words);

  /// What is found in a file of the handout, at most one place for each secret.
  /// \param file its name; that of a page ends with `.html`
  [[nodiscard]] std::vector<Leak> find_in(const std::string& file, std::string_view content) const;

 private:
  /// Some text, and what it is a secret of.
  struct Secret {
    std::string text;
    std::string name;
  };
  class Found;
  /// \param bare code as bare_code() leaves it
  void look_for_code(std::string_view bare, Found& found) const;

  std::unordered_set<std::string> public_;            ///< pieces
  std::unordered_map<std::uint64_t, Secret> pieces_;  ///< by their hashes
  std::vector<Secret> short_code_;
  std::vector<Secret> words_;
};

}  // namespace gradus::release
