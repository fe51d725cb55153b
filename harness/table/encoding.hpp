#pragma once

#include <string>
#include <string_view>

#include "table/error.hpp"

namespace gradus::table {

/// How a file's bytes stand for characters. Learning platforms write UTF-8 with or without a byte
/// order mark, Excel's "Unicode text" is UTF-16, its plain CSV in western Europe Windows-1252.
enum class Encoding { utf8, utf8_bom, utf16le, utf16be, windows1252 };

/// A file's text in UTF-8, without a byte order mark, and what it was encoded in.
struct Decoded {
  std::string text;
  Encoding encoding = Encoding::utf8;
};

/// Recognises the encoding: by a byte order mark; else it is UTF-8 if all of it is, and
/// Windows-1252 if not.
///
/// \throws TableError if the bytes are in none of the encodings.
[[nodiscard]] Decoded decode(std::string_view bytes);

/// The inverse of decode.
///
/// \throws TableError if the text is not UTF-8 or has a character that the encoding lacks.
[[nodiscard]] std::string encode(std::string_view text, Encoding encoding);

}  // namespace gradus::table
