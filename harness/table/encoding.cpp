#include "table/encoding.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>

namespace gradus::table {
namespace {

struct Close {
  using pointer = iconv_t;
  void operator()(iconv_t converter) const { ::iconv_close(converter); }
};

/// What iconv made of some bytes, up to the first that it could not convert.
struct Conversion {
  std::string text;
  std::size_t read = 0;
};

Conversion convert(std::string_view bytes, const char* from, const char* to) {
  iconv_t opened = ::iconv_open(to, from);
  // The error value that POSIX names, (iconv_t)-1.
  if (opened == reinterpret_cast<iconv_t>(-1)) {  // NOLINT(performance-no-int-to-ptr)
    throw std::runtime_error(std::string("this system's iconv cannot convert ") + from + " to " +
                             to + ": install the package libc-bin");
  }
  const std::unique_ptr<iconv_t, Close> converter(opened);
  Conversion result;
  std::array<char, 65536> buffer;
  char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
  std::size_t left = bytes.size();
  while (left > 0) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t status = ::iconv(converter.get(), &in, &left, &out, &room);
    const bool stopped = status == static_cast<std::size_t>(-1) && errno != E2BIG;
    result.text.append(buffer.data(), buffer.size() - room);
    if (stopped) break;
  }
  result.read = bytes.size() - left;
  return result;
}

/// How many of the bytes, from the first, are UTF-8. (To UTF-8 iconv would copy numbers that stand
/// for no character.)
std::size_t utf8_prefix(std::string_view bytes) { return convert(bytes, "UTF-8", "UTF-16LE").read; }

std::size_t line_after(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr std::string_view kUtf16leMark = "\xff\xfe";
constexpr std::string_view kUtf16beMark = "\xfe\xff";

Decoded decode_utf16(std::string_view bytes, const char* name, Encoding encoding) {
  Conversion all = convert(bytes, name, "UTF-8");
  if (all.read < bytes.size()) {
    throw TableError(line_after(all.text),
                     "the file begins as UTF-16 text does, but these bytes are none. The copy was "
                     "probably cut short or damaged: export it again.");
  }
  return {std::move(all.text), encoding};
}

Decoded decode_windows1252(std::string_view bytes) {
  Conversion all = convert(bytes, "CP1252", "UTF-8");
  if (all.read < bytes.size()) {
    throw TableError(line_after(all.text),
                     "these bytes are text neither in UTF-8 nor in Windows-1252. Save the file as "
                     "\"CSV UTF-8\".");
  }
  return {std::move(all.text), Encoding::windows1252};
}

std::string encode_with(std::string_view text, const char* name, const char* shown_name) {
  Conversion all = convert(text, "UTF-8", name);
  if (all.read < text.size()) {
    throw TableError(line_after(text.substr(0, all.read)),
                     std::string("a character cannot be written in ") + shown_name +
                         ", the file's encoding. Save the file as \"CSV UTF-8\" first.");
  }
  return std::move(all.text);
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(kUtf16leMark)) {
    return decode_utf16(bytes.substr(kUtf16leMark.size()), "UTF-16LE", Encoding::utf16le);
  }
  if (bytes.starts_with(kUtf16beMark)) {
    return decode_utf16(bytes.substr(kUtf16beMark.size()), "UTF-16BE", Encoding::utf16be);
  }
  const bool marked = bytes.starts_with(kUtf8Mark);
  if (marked) bytes.remove_prefix(kUtf8Mark.size());
  const std::size_t good = utf8_prefix(bytes);
  if (good == bytes.size()) {
    return {std::string(bytes), marked ? Encoding::utf8_bom : Encoding::utf8};
  }
  if (!marked) return decode_windows1252(bytes);
  throw TableError(line_after(bytes.substr(0, good)),
                   "the file begins as UTF-8 text does, but these bytes are none. The copy was "
                   "probably cut short or damaged: export it again.");
}

std::string encode(std::string_view text, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16le:
      return std::string(kUtf16leMark) + encode_with(text, "UTF-16LE", "UTF-16");
    case Encoding::utf16be:
      return std::string(kUtf16beMark) + encode_with(text, "UTF-16BE", "UTF-16");
    case Encoding::windows1252:
      return encode_with(text, "CP1252", "Windows-1252");
    case Encoding::utf8:
    case Encoding::utf8_bom:
      break;
  }
  const std::size_t good = utf8_prefix(text);
  if (good < text.size()) throw TableError(line_after(text.substr(0, good)), "this is not UTF-8");
  return std::string(encoding == Encoding::utf8_bom ? kUtf8Mark : "") + std::string(text);
}

}  // namespace gradus::table
