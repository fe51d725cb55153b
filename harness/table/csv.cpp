#include "table/csv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <csv.h>
#include <fstream>
#include <stdexcept>

namespace gradus::table {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kSeparators = ",;\t";
constexpr std::string_view kBreaks = "\r\n";

/// How often each separator stands outside quotation marks in one row.
using Counts = std::array<std::size_t, kSeparators.size()>;

/// Counts in the first rows, empty lines apart.
std::vector<Counts> count_separators(std::string_view text, std::size_t rows) {
  std::vector<Counts> counted;
  Counts counts{};
  bool quoted = false;
  bool empty = true;
  for (const char c : text) {
    if (counted.size() == rows) return counted;
    if (!quoted && kBreaks.find(c) != kBreaks.npos) {
      if (!empty) counted.push_back(counts);
      counts = {};
      empty = true;
      continue;
    }
    empty = false;
    if (c == '"') quoted = !quoted;
    const std::size_t which = kSeparators.find(c);
    if (!quoted && which != kSeparators.npos) ++counts[which];
  }
  if (!empty) counted.push_back(counts);
  return counted;
}

/// The separator that the header has most of. One that the next rows have as often comes first: a
/// title may hold more commas than there are semicolons, a row of decimal commas too, but not all.
char find_separator(std::string_view text) {
  constexpr std::size_t kRows = 3;
  const std::vector<Counts> rows = count_separators(text, kRows);
  if (rows.empty()) throw TableError(0, "the file is empty; a header was expected");
  const Counts& header = rows.front();
  const auto steady = [&](std::size_t which) {
    return std::all_of(rows.begin(), rows.end(),
                       [&](const Counts& row) { return row[which] == header[which]; });
  };
  std::size_t best = 0;
  constexpr std::size_t kSteady = std::size_t{1} << 40;  // more than any file has of anything
  const auto rank = [&](std::size_t which) {
    return header[which] == 0 ? 0 : header[which] + (steady(which) ? kSteady : 0);
  };
  for (std::size_t i = 1; i < kSeparators.size(); ++i) {
    if (rank(i) > rank(best)) best = i;
  }
  for (std::size_t i = 0; i < kSeparators.size(); ++i) {
    if (i == best || rank(i) == 0 || rank(i) != rank(best)) continue;
    throw TableError(1,
                     "the header has as many of one separator as of another (comma, semicolon, "
                     "tab), so where its cells end cannot be told. Put cells that hold one in "
                     "quotation marks.");
  }
  return kSeparators[best];
}

/// libcsv's parser, fed line by line so that a complaint can name the line.
class Parser {
 public:
  Parser(char separator, const TableLimits& limits) : limits_(limits) {
    constexpr unsigned char kOptions = CSV_STRICT | CSV_STRICT_FINI;
    constexpr std::size_t kBlock = std::size_t{1}
                                   << 16;  // how much longer cells may become at once
    if (::csv_init(&csv_, kOptions) != 0) throw std::runtime_error("libcsv does not start");
    ::csv_set_delim(&csv_, static_cast<unsigned char>(separator));
    ::csv_set_blk_size(&csv_, kBlock);
    // Blanks at the ends of a cell belong to it.
    ::csv_set_space_func(&csv_, [](unsigned char) { return 0; });
    table_.layout.separator = separator;
  }
  ~Parser() { ::csv_free(&csv_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  Table parse(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(kBreaks), text.size());
      const std::size_t length = end + std::min(break_length(text.substr(end)), text.size() - end);
      feed(text.substr(0, length), end);
      text.remove_prefix(length);
    }
    if (::csv_fini(&csv_, on_cell, on_row, this) != 0) {
      throw TableError(cell_line_,
                       "the quotation mark that opens a cell here is never closed. The copy was "
                       "probably cut short: export it again.");
    }
    complain();
    return std::move(table_);
  }

 private:
  static std::size_t break_length(std::string_view rest) {
    return rest.starts_with("\r\n") ? 2 : 1;
  }

  void feed(std::string_view line, std::size_t end) {
    ++line_;
    if (!row_open_) row_line_ = cell_line_ = line_;
    if (end > 0) row_open_ = true;
    if (::csv_parse(&csv_, line.data(), line.size(), on_cell, on_row, this) != line.size()) {
      throw TableError(line_, ::csv_error(&csv_) == CSV_EPARSE
                                  ? "a quotation mark stands where none may. A cell with one in it "
                                    "must begin and end with one, and each within is written twice "
                                    "(\"\"). A spreadsheet that saves the file as CSV does so."
                                  : ::csv_strerror(::csv_error(&csv_)));
    }
    if (table_.layout.newline.empty() && !row_open_ && !table_.header.empty()) {
      table_.layout.newline = line.substr(end);
    }
    complain();
  }

  /// No exception may pass through libcsv, so it waits until libcsv returns.
  void complain() const {
    if (!problem_.empty()) throw TableError(row_line_, problem_);
  }

  static void on_cell(void* cell, std::size_t size, void* self) {
    Parser& parser = *static_cast<Parser*>(self);
    parser.cell_line_ = parser.line_;
    if (parser.row_.size() <= parser.limits_.columns) {
      parser.row_.emplace_back(static_cast<const char*>(cell), size);
    }
  }

  static void on_row(int /*terminator*/, void* self) { static_cast<Parser*>(self)->end_row(); }

  void end_row() {
    row_open_ = false;
    if (row_.size() > limits_.columns) {
      problem_ = "this row has more than " + std::to_string(limits_.columns) + " cells";
    } else if (table_.header.empty()) {
      table_.header = std::move(row_);
    } else {
      add_row();
    }
    row_.clear();
  }

  void add_row() {
    const std::size_t columns = table_.header.size();
    while (row_.size() > columns && row_.back().empty()) row_.pop_back();
    if (row_.size() > columns) {
      problem_ = "this row has " + std::to_string(row_.size()) + " cells, the header has " +
                 std::to_string(columns) +
                 ". Is a cell with a comma or semicolon in it not in quotation marks?";
      return;
    }
    if ((table_.rows.size() + 1) * columns > limits_.cells) {
      problem_ = "the table has more than " + std::to_string(limits_.cells) + " cells up to here";
      return;
    }
    row_.resize(columns);
    table_.rows.push_back(std::move(row_));
    table_.lines.push_back(row_line_);
  }

  TableLimits limits_;
  csv_parser csv_{};
  Table table_{{}, {}, {Encoding::utf8, ',', ""}, {}};
  std::vector<std::string> row_;
  bool row_open_ = false;      ///< what was read last belongs to a row that goes on
  std::size_t line_ = 0;       ///< the line that is read
  std::size_t row_line_ = 0;   ///< where its row begins
  std::size_t cell_line_ = 0;  ///< where its last cell begins, which may still be open
  std::string problem_;
};

std::string quoted(const std::string& cell) {
  std::string result(::csv_write(nullptr, 0, cell.data(), cell.size()), '\0');
  ::csv_write(result.data(), result.size(), cell.data(), cell.size());
  return result;
}

bool needs_quotes(const std::string& cell) {
  if (cell.empty()) return false;
  // What would be taken for a byte order mark at the start of the file, in one encoding or another.
  for (const char* mark : {"\ufeff", "\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff"}) {
    if (cell.starts_with(mark)) return true;
  }
  return cell.find_first_of(",;\t\"\r\n") != cell.npos || cell.front() == ' ' || cell.back() == ' ';
}

std::string write_row(const std::vector<std::string>& row, const Layout& layout) {
  // A line with nothing on it would be skipped as an empty one.
  if (row.size() == 1 && row.front().empty()) return "\"\"" + layout.newline;
  std::string line;
  for (const std::string& cell : row) {
    if (&cell != &row.front()) line += layout.separator;
    line += needs_quotes(cell) ? quoted(cell) : cell;
  }
  return line + layout.newline;
}

void require_modest(std::uintmax_t size, const TableLimits& limits) {
  if (size <= limits.bytes) return;
  throw TableError(0, "the file has more than " + std::to_string(limits.bytes) +
                          " bytes, which no list of students needs");
}

}  // namespace

Table parse_table(std::string_view bytes, const TableLimits& limits) {
  require_modest(bytes.size(), limits);
  const auto [text, encoding] = decode(bytes);
  const std::size_t nul = text.find('\0');
  if (nul != text.npos) {
    const auto before = text.begin() + static_cast<std::ptrdiff_t>(nul);
    throw TableError(
        1 + static_cast<std::size_t>(std::count(text.begin(), before, '\n')),
        "a byte here is 0, which no text has. A spreadsheet's own file (.xlsx, .ods) must be saved "
        "as \"CSV UTF-8\" first.");
  }
  Table table = Parser(find_separator(text), limits).parse(text);
  table.layout.encoding = encoding;
  if (table.layout.newline.empty()) table.layout.newline = "\n";
  return table;
}

Table read_table(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) throw TableError(0, "cannot be read: " + error.message());
  if (!fs::is_regular_file(status)) throw TableError(0, "this is not a regular file");
  std::ifstream file(path, std::ios::binary);
  if (!file) throw TableError(0, std::string("cannot be read: ") + std::strerror(errno));
  const std::uintmax_t size = fs::file_size(path);
  require_modest(size, {});
  std::string bytes(size, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad() || static_cast<std::size_t>(file.gcount()) != bytes.size()) {
    throw TableError(0, "cannot be read to its end");
  }
  return parse_table(bytes);
}

std::string write_table(const Table& table) {
  std::string text = write_row(table.header, table.layout);
  for (const auto& row : table.rows) text += write_row(row, table.layout);
  return encode(text, table.layout.encoding);
}

}  // namespace gradus::table
