#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "marks/marks.hpp"
#include "table/csv.hpp"

namespace gradus::marks {

/// Where a platform's file says whose a row is.
struct Identity {
  std::size_t first = 0;                 ///< of the columns that tell, in any order
  std::size_t last = 0;                  ///< one past them
  std::optional<std::size_t> canvas_id;  ///< Canvas' own number stands here and nowhere else
};

/// Which row is about whom.
struct Rows {
  std::vector<std::optional<std::size_t>> of;  ///< by position in the list of students
  std::vector<std::string> problems;           ///< students without a row, and why
};

/// Finds each student's row. Every key that occurs in the file (Canvas' id, student number, login,
/// email address, our id, full name) must agree; nothing is guessed.
[[nodiscard]] Rows find_rows(const table::Table& table, const Identity& identity,
                             const std::vector<StudentMarks>& students);

/// "ada, Ada Lovelace", harmless for a terminal.
[[nodiscard]] std::string who(const roster::Student& student);

/// A cell of a platform's file in quotes, harmless for a terminal.
[[nodiscard]] std::string in_quotes(const std::string& cell);

/// The one mark in this lab. \throws MarksError if the students have none
[[nodiscard]] const LabMark& mark_in(const StudentMarks& of, const std::string& lab);

}  // namespace gradus::marks
