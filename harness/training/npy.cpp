#include "training/npy.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "report/escape.hpp"

namespace gradus::training {
namespace {

using namespace std::string_view_literals;

static_assert(std::endian::native == std::endian::little, "the format says '<f8'");

constexpr std::string_view kMagic = "\x93NUMPY\x01\x00"sv;
constexpr std::size_t kPreamble = kMagic.size() + 2;  // and the length of the header
constexpr std::size_t kAlignment = 64;                // of the first number
constexpr std::uint64_t kMaxExtent = std::uint64_t{1} << 31;

/// What a header says.
struct Header {
  std::string descr;
  bool fortran_order = false;
  std::vector<std::uint64_t> shape;
};

/// Reads a dictionary of exactly the three entries, in any order, as Python prints it.
class HeaderParser {
 public:
  explicit HeaderParser(std::string_view text) : text_(text), rest_(text) {}

  Header parse() {
    Header header;
    bool descr = false;
    bool order = false;
    bool shape = false;
    expect('{');
    while (!accept('}')) {
      const std::string key = string();
      expect(':');
      if (key == "descr" && !descr) {
        header.descr = string();
        descr = true;
      } else if (key == "fortran_order" && !order) {
        header.fortran_order = boolean();
        order = true;
      } else if (key == "shape" && !shape) {
        header.shape = tuple();
        shape = true;
      } else {
        fail();
      }
      if (accept('}')) break;
      expect(',');
    }
    skip_blanks();
    if (!descr || !order || !shape || !rest_.empty()) fail();
    return header;
  }

 private:
  [[noreturn]] void fail() const {
    throw ParameterFileError(
        "expected a header such as {'descr': '<f8', 'fortran_order': False, 'shape': (10, 784)}, "
        "got " +
        report::visible(text_.substr(0, text_.find_last_not_of(" \n") + 1), 200));
  }

  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \n"), rest_.size()));
  }

  bool accept(char c) {
    skip_blanks();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char c) {
    if (!accept(c)) fail();
  }

  bool accept(std::string_view word) {
    skip_blanks();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::string string() {
    const char quote = accept('\'') ? '\'' : '"';
    if (quote == '"') expect('"');
    const std::size_t end = rest_.find(quote);
    if (end == std::string_view::npos) fail();
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
  }

  bool boolean() {
    if (accept("True"sv)) return true;
    if (!accept("False"sv)) fail();
    return false;
  }

  std::uint64_t number() {
    skip_blanks();
    std::uint64_t n = 0;
    std::size_t digits = 0;
    while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9') {
      n = 10 * n + static_cast<std::uint64_t>(rest_[digits] - '0');
      if (n > kMaxExtent) fail();
      ++digits;
    }
    if (digits == 0) fail();
    rest_.remove_prefix(digits);
    return n;
  }

  std::vector<std::uint64_t> tuple() {
    std::vector<std::uint64_t> numbers;
    expect('(');
    while (!accept(')')) {
      numbers.push_back(number());
      if (accept(')')) break;
      expect(',');
    }
    return numbers;
  }

  std::string_view text_;
  std::string_view rest_;
};

Shape shape_of(const Header& header) {
  const auto& s = header.shape;
  if (s.size() == 1) return {static_cast<Index>(s[0]), 1};
  if (s.size() == 2) return {static_cast<Index>(s[0]), static_cast<Index>(s[1])};
  throw ParameterFileError("expected an array of one or two dimensions, got one of " +
                           std::to_string(s.size()));
}

Array transposed(const Array& a) {
  Array t({a.cols(), a.rows()});
  for (Index j = 0; j < a.cols(); ++j) {
    for (Index i = 0; i < a.rows(); ++i) t(j, i) = a(i, j);
  }
  return t;
}

std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

std::string to_npy(const Array& array) {
  std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" +
                       std::to_string(array.rows()) + ", " + std::to_string(array.cols()) + "), }";
  const std::size_t used = (kPreamble + header.size() + 1) % kAlignment;
  header.append((kAlignment - used) % kAlignment, ' ');
  header += '\n';
  std::string npy(kMagic);
  npy += static_cast<char>(header.size() & 0xffU);
  npy += static_cast<char>(header.size() >> 8U);
  npy += header;
  const Array rows = transposed(array);
  npy += as_text(std::as_bytes(std::span(rows.values)));
  return npy;
}

Array parse_npy(std::span<const std::byte> bytes) {
  const std::string_view text = as_text(bytes);
  if (text.size() < kPreamble || !text.starts_with(kMagic)) {
    throw ParameterFileError("expected numpy's .npy format, version 1.0, got " +
                             report::visible(text.substr(0, kMagic.size())) + " at the beginning");
  }
  const auto byte = [&](std::size_t i) { return std::to_integer<std::size_t>(bytes[i]); };
  const std::size_t length = byte(kMagic.size()) | byte(kMagic.size() + 1) << 8U;
  if (length > text.size() - kPreamble) {
    throw ParameterFileError("expected a header of " + std::to_string(length) + " bytes, got " +
                             std::to_string(text.size() - kPreamble));
  }
  const Header header = HeaderParser(text.substr(kPreamble, length)).parse();
  if (header.descr != "<f8") {
    throw ParameterFileError("expected numbers of the type '<f8' (64-bit floats), got '" +
                             report::visible(header.descr, 40) +
                             "'; in numpy, array.astype('<f8') converts them");
  }
  const Shape shape = shape_of(header);
  const auto content = bytes.subspan(kPreamble + length);
  const auto rows = static_cast<std::uint64_t>(shape.rows);
  const auto cols = static_cast<std::uint64_t>(shape.cols);
  // Both are at most 2^31, so that the product cannot overflow.
  if (content.size() % sizeof(double) != 0 || content.size() / sizeof(double) != rows * cols) {
    throw ParameterFileError("expected " + std::to_string(rows * cols) + " numbers for the shape " +
                             std::to_string(rows) + " x " + std::to_string(cols) + ", got " +
                             std::to_string(content.size()) + " bytes");
  }
  // Row after row is column after column of the transposed.
  Array array(header.fortran_order ? shape : Shape{shape.cols, shape.rows});
  std::copy(content.begin(), content.end(),
            std::as_writable_bytes(std::span(array.values)).begin());
  return header.fortran_order ? array : transposed(array);
}

}  // namespace gradus::training
