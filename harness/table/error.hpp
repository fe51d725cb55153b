#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace gradus::table {

/// A file that is no table, or a table that cannot be written: says on which line, and why.
class TableError : public std::runtime_error {
 public:
  /// \param line counted from 1; 0 if it is about the file as a whole
  TableError(std::size_t line, const std::string& reason);

  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  std::size_t line_;
};

}  // namespace gradus::table
