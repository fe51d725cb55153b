#include "marks/canvas.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "marks/error.hpp"
#include "marks/points.hpp"
#include "marks/rows.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"
#include "roster/fold.hpp"
#include "table/csv.hpp"
#include "table/formula.hpp"

namespace gradus::marks {
namespace {

using roster::tidy;
using table::Table;

/// "TP1 (4711)": Canvas knows an assignment by the number, never translated nor edited.
struct Assignment {
  std::size_t column = 0;
  std::string header;
  std::string title;
  std::string number;
};

Identity identity_of(const Table& table) {
  const auto& header = table.header;
  const auto at = [&](const char* title) {
    const auto found = std::find_if(header.begin(), header.end(),
                                    [&](const std::string& h) { return tidy(h) == title; });
    return static_cast<std::size_t>(found - header.begin());
  };
  const std::size_t id = at("ID");
  const std::size_t section = at("Section");
  const bool named = at("Student") == 0 || (at("LastName") == 0 && at("FirstName") == 1);
  if (!named || id > 2 || section >= header.size()) {
    throw MarksError(
        "this is no gradebook of Canvas, which begins with the columns Student, ID and ends what "
        "it says of students with Section. Take the file of Grades, Export.");
  }
  // What a section is called says nothing of who is meant.
  return {0, section, id};
}

std::vector<Assignment> assignments_in(const Table& table, std::size_t first) {
  std::vector<Assignment> all;
  for (std::size_t c = first; c < table.header.size(); ++c) {
    const std::string header = tidy(table.header[c]);
    const std::size_t open = header.rfind(" (");
    if (open == header.npos || !header.ends_with(')')) continue;
    const std::string number = header.substr(open + 2, header.size() - open - 3);
    if (number.empty() || number.find_first_not_of("0123456789") != number.npos) continue;
    all.push_back({c, header, header.substr(0, open), number});
  }
  return all;
}

bool holds_word(const std::string& title, const std::string& word) {
  const std::vector<std::string> words = roster::folded_words(title);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The assignments that fit, by the first way in which any does.
std::vector<Assignment> fitting(const std::vector<Assignment>& all, const LabMark& lab,
                                const std::string& column) {
  const std::string wanted = tidy(column);
  const auto is_named = [&](const Assignment& a) {
    return a.header == wanted || a.title == wanted || a.number == wanted;
  };
  const auto is_lab = [&](const Assignment& a) {
    const std::string title = roster::folded(a.title);
    return title == roster::folded(lab.lab) || title == roster::folded(lab.title);
  };
  const auto mentions_lab = [&](const Assignment& a) { return holds_word(a.title, lab.lab); };
  std::vector<Assignment> found;
  const auto take = [&](auto fits) {
    if (found.empty()) std::copy_if(all.begin(), all.end(), std::back_inserter(found), fits);
  };
  if (!wanted.empty()) {
    take(is_named);
  } else {
    take(is_lab);
    take(mentions_lab);
  }
  return found;
}

Assignment assignment_for(const Table& table, std::size_t first, const LabMark& lab,
                          const std::string& column) {
  const std::vector<Assignment> all = assignments_in(table, first);
  const std::vector<Assignment> found = fitting(all, lab, column);
  if (found.size() == 1) return found.front();
  std::string list;
  for (const Assignment& a : all) list += "\n  " + in_quotes(a.header);
  throw MarksError(
      (found.empty() ? "no assignment of this gradebook is called "
                     : "more than one assignment of this gradebook may be ") +
      (column.empty() ? lab.lab : in_quotes(column)) +
      ". Say which with --column, by its number for instance. There are:" +
      (all.empty() ? "\n  none: make the assignment in Canvas and export again" : list));
}

bool is_about_points(const std::vector<std::string>& row) {
  return row.front().find("Points Possible") != std::string::npos;
}

/// Refuses an assignment whose marks would not mean what ours do.
void require_same_worth(const Table& table, const Assignment& assignment, const LabMark& lab) {
  for (const auto& row : table.rows) {
    if (!is_about_points(row)) continue;
    const std::string& cell = row[assignment.column];
    if (roster::folded(cell) == "read only") {
      throw MarksError("Canvas takes no marks in the column " + in_quotes(assignment.header) +
                       ", which is read only.");
    }
    const auto points = points_of(cell);
    if (points == lab.out_of) continue;
    throw MarksError(in_quotes(assignment.header) + " is worth " + in_quotes(cell) +
                     " points in Canvas, and " + lab.lab + " of this run " +
                     report::points_text(lab.out_of) +
                     ": the marks would not mean the same. Give the assignment " +
                     report::points_text(lab.out_of) + " points in Canvas and export again.");
  }
}

char decimal_sign(const Table& table, std::size_t first) {
  for (const auto& row : table.rows) {
    for (std::size_t c = first; c < row.size(); ++c) {
      const std::string cell = tidy(row[c]);
      if (cell.find(',') != cell.npos && points_in(cell, ',')) return ',';
    }
  }
  return '.';
}

bool is_excused(const std::string& cell) { return roster::lower_case(tidy(cell)) == "ex"; }

/// Fills one student's cell.
void fill(Filled& filled, std::string& cell, const StudentMarks& of, const LabMark& mark,
          char sign) {
  const std::string name = who(of.student);
  if (mark.state == State::kHeld) {
    filled.left.push_back(name + ": held back");
    return;
  }
  const std::string now = mark.state == State::kExcused ? "EX" : table::number(mark.mark, sign);
  const bool same = mark.state == State::kExcused ? is_excused(cell) : points_of(cell) == mark.mark;
  if (same) return;
  if (is_excused(cell)) {
    filled.left.push_back(name + ": excused in Canvas, but has the mark " + now +
                          ". Empty the cell in Canvas, or excuse the student in your ledger too");
    return;
  }
  const std::string before = tidy(cell);
  filled.changes.push_back(name + ": " + now +
                           (before.empty() ? "" : " in place of " + in_quotes(before)));
  cell = now;
}

/// Students of the file who are in no run of ours; rows about assignments are none.
void list_strangers(Filled& filled, const Table& table, const Identity& identity,
                    const Rows& rows) {
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    const std::string& id = row[*identity.canvas_id];
    const bool ours = std::find(rows.of.begin(), rows.of.end(), r) != rows.of.end();
    if (ours || tidy(id).empty() || is_about_points(row)) continue;
    if (roster::name_key(row.front()) == "student test") continue;
    filled.left.push_back(in_quotes(row.front()) + " of the file: not in this run");
  }
}

Filled fill(Table table, const std::vector<StudentMarks>& marks, const std::string& lab,
            const std::string& column) {
  const Identity identity = identity_of(table);
  Filled filled;
  if (marks.empty()) throw MarksError("this run has no students");
  const LabMark& sample = mark_in(marks.front(), lab);
  const Assignment assignment = assignment_for(table, identity.last + 1, sample, column);
  require_same_worth(table, assignment, sample);
  const char sign = decimal_sign(table, identity.last + 1);
  const Rows rows = find_rows(table, identity, marks);
  filled.left = rows.problems;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!rows.of[i]) continue;
    fill(filled, table.rows[*rows.of[i]][assignment.column], marks[i], mark_in(marks[i], lab),
         sign);
  }
  list_strangers(filled, table, identity, rows);
  filled.bytes = table::write_table(table);
  return filled;
}

}  // namespace

Filled fill_canvas(std::string_view bytes, const std::vector<StudentMarks>& marks,
                   const std::string& lab, const std::string& column) {
  try {
    return fill(table::parse_table(bytes), marks, lab, column);
  } catch (const table::TableError& e) {
    throw MarksError(e.what());
  }
}

}  // namespace gradus::marks
