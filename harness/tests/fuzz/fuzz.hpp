#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// What every fuzz target is made of. One program per reader of bytes that a student, a damaged
/// file or a mirror may have made up; libFuzzer invents the bytes.
namespace gradus::fuzz {

using Bytes = std::span<const std::uint8_t>;

/// Defined by each target: gives the bytes to its reader and requires what the reader promises.
void try_input(Bytes input);

/// Defined by each target: inputs to begin with, so that good ones need not be found by chance.
[[nodiscard]] std::vector<std::string> seeds();

/// Ends the program, which libFuzzer takes for a finding, if a promise is broken.
void require(bool holds, const char* promise);

/// Takes an input apart from its front. After its end all numbers are 0 and all texts are empty.
class Input {
 public:
  explicit Input(Bytes bytes) : bytes_(bytes) {}

  std::uint8_t byte();
  std::uint16_t word() { return static_cast<std::uint16_t>(byte() | byte() << 8); }
  double number();
  /// A byte that says how long it is (words, if `long_one`), then the text.
  std::string text(bool long_one = false);
  [[nodiscard]] Bytes rest() const { return bytes_; }
  [[nodiscard]] std::string rest_text() const { return {bytes_.begin(), bytes_.end()}; }

 private:
  Bytes take(std::size_t most);

  Bytes bytes_;
};

/// Counts every byte that is allocated while it lives, given back or not.
class Allocations {
 public:
  Allocations();
  ~Allocations();
  Allocations(const Allocations&) = delete;
  Allocations& operator=(const Allocations&) = delete;
  [[nodiscard]] std::size_t bytes() const;
};

/// Decodes UTF-8 by the table of the Unicode standard (3-7), sharing nothing with the code under
/// test. \return the code points, or one 0xffffffff if the text is not well-formed
[[nodiscard]] std::vector<std::uint32_t> decode_utf8(const std::string& text);

/// Requires that a terminal shows the text and does nothing else: well-formed UTF-8 without control
/// characters (line breaks and tabs excepted), and none that turns or hides its neighbours.
void require_harmless(const std::string& text);

}  // namespace gradus::fuzz
