#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>

#include "table/csv.hpp"

namespace gradus::roster {

/// A file that is no list of students: names the file, the line and what to do.
class RosterError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a column of a list of students says.
enum class Field {
  id,
  name,
  first_name,
  last_name,
  email,
  login,
  number,
  canvas_id,
  moodle_id,
  section
};

/// Which column says what, and whose file it is where that matters.
struct Columns {
  std::map<Field, std::size_t> at;
  bool canvas = false;  ///< a Canvas gradebook: not every row is a student

  [[nodiscard]] bool has(Field field) const { return at.count(field) > 0; }
};

/// Finds the columns by their headers in English, French, German or Spanish; capital letters and
/// accents do not count. Of a Moodle grading worksheet the first column holds what its language
/// calls "Participant 12", whatever its header is.
///
/// \throws RosterError if no column tells students apart, or two say the same.
[[nodiscard]] Columns recognise(const table::Table& table);

/// "12" of a Moodle worksheet's "Participant 12".
[[nodiscard]] std::string participant_number(const std::string& cell);

/// Whether everything about a student may be kept under this name, in a folder for instance:
/// 1 to 64 letters, digits and . _ @ + -, the first one no '.' and no '-'.
[[nodiscard]] bool is_valid_id(const std::string& id);

}  // namespace gradus::roster
