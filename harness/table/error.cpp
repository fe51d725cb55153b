#include "table/error.hpp"

namespace gradus::table {

TableError::TableError(std::size_t line, const std::string& reason)
    : std::runtime_error(line == 0 ? reason : "line " + std::to_string(line) + ": " + reason),
      line_(line) {}

}  // namespace gradus::table
