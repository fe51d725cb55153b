#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "table/encoding.hpp"

namespace gradus::table {

/// How a table lies in its file. What was read can be written back the same way, so that the
/// platform that wrote the file takes it back.
struct Layout {
  Encoding encoding = Encoding::utf8;
  char separator = ',';  ///< or ';' or a tab
  std::string newline = "\n";

  bool operator==(const Layout&) const = default;
};

/// A CSV file: a header, and rows with a cell for each of its columns. All text is UTF-8.
struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  Layout layout;

  /// On which line of the file each row begins, for messages; empty for a table that was not read.
  std::vector<std::size_t> lines;
};

/// The most that a file may hold: far more than a course of thousands of students.
struct TableLimits {
  std::size_t bytes = std::size_t{64} << 20;
  std::size_t columns = 4096;
  std::size_t cells = 4'000'000;
};

/// Reads CSV as learning platforms and spreadsheets write it: cells in quotation marks or not, with
/// line breaks in them or not, separated by commas, semicolons or tabs.
///
/// Cells stay as they are, blanks included. Empty lines are skipped; short rows get empty cells.
/// Nothing is mended: broken quotation marks are an error.
///
/// \throws TableError for anything else, and for a table beyond the limits.
[[nodiscard]] Table parse_table(std::string_view bytes, const TableLimits& limits = {});

/// Reads a file. \throws TableError as parse_table does, and if it cannot be read.
[[nodiscard]] Table read_table(const std::filesystem::path& path);

/// The bytes of a file that holds the table in its layout: what parse_table reads.
///
/// A cell with any of the separators in it is put in quotation marks, not only with the table's
/// own: a spreadsheet of another country would split it there, and could then see a formula in its
/// rest.
///
/// \throws TableError if a cell has a character that the encoding lacks.
[[nodiscard]] std::string write_table(const Table& table);

}  // namespace gradus::table
