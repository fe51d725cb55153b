#include "marks/rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "marks/error.hpp"
#include "report/escape.hpp"
#include "roster/fold.hpp"

namespace gradus::marks {
namespace {

using RowsOfKey = std::map<std::string, std::vector<std::size_t>>;

std::string key_of(const std::string& text) { return roster::lower_case(roster::tidy(text)); }

/// All keys of a file, and the rows in which each stands.
struct Index {
  RowsOfKey cells;
  RowsOfKey names;
  RowsOfKey canvas_ids;
};

void add(RowsOfKey& index, const std::string& key, std::size_t row) {
  std::vector<std::size_t>& rows = index[key];
  if (!key.empty() && (rows.empty() || rows.back() != row)) rows.push_back(row);
}

Index index_of(const table::Table& table, const Identity& identity) {
  Index index;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto& row = table.rows[r];
    for (std::size_t c = identity.first; c < identity.last; ++c) {
      if (c == identity.canvas_id) {
        add(index.canvas_ids, key_of(row[c]), r);
        continue;
      }
      add(index.cells, key_of(row[c]), r);
      add(index.names, roster::name_key(row[c]), r);
      // First and last name may stand in columns of their own, side by side.
      if (c + 1 < identity.last) add(index.names, roster::name_key(row[c] + " " + row[c + 1]), r);
    }
  }
  return index;
}

/// The rows on which all keys agree that occur at all.
std::vector<std::size_t> agreed_rows(const Index& index, const roster::Student& s) {
  std::vector<std::vector<std::size_t>> clues;
  const auto ask = [&](const RowsOfKey& keys, const std::string& key) {
    const auto found = keys.find(key);
    if (!key.empty() && found != keys.end() && !found->second.empty()) {
      clues.push_back(found->second);
    }
  };
  ask(index.canvas_ids, key_of(s.canvas_id));
  for (const std::string* key : {&s.number, &s.login, &s.email, &s.id}) {
    ask(index.cells, key_of(*key));
  }
  ask(index.names, roster::name_key(s.name));
  if (clues.empty()) return {};
  std::vector<std::size_t> agreed = clues.front();
  for (const auto& clue : clues) {
    std::vector<std::size_t> both;
    std::set_intersection(agreed.begin(), agreed.end(), clue.begin(), clue.end(),
                          std::back_inserter(both));
    if (both.empty()) return {clues.front().front(), clue.front()};
    agreed = std::move(both);
  }
  return agreed;
}

}  // namespace

Rows find_rows(const table::Table& table, const Identity& identity,
               const std::vector<StudentMarks>& students) {
  const Index index = index_of(table, identity);
  Rows rows;
  std::map<std::size_t, std::size_t> taken;  // by row: the student
  for (std::size_t i = 0; i < students.size(); ++i) {
    const std::vector<std::size_t> found = agreed_rows(index, students[i].student);
    rows.of.emplace_back();
    if (found.size() == 1) {
      const auto [other, is_new] = taken.emplace(found.front(), i);
      if (is_new) {
        rows.of[i] = found.front();
      } else {
        rows.of[other->second].reset();
        rows.problems.push_back(who(students[i].student) + " and " +
                                who(students[other->second].student) +
                                ": the same row fits both, so neither is filled in");
      }
    } else {
      rows.problems.push_back(
          who(students[i].student) +
          (found.empty() ? ": not in the file" : ": more than one row of the file may be meant"));
    }
  }
  return rows;
}

std::string who(const roster::Student& student) {
  constexpr std::size_t kMost = 80;
  const std::string id = report::visible(student.id, kMost);
  return student.name.empty() ? id : id + ", " + report::visible(student.name, kMost);
}

const LabMark& mark_in(const StudentMarks& of, const std::string& lab) {
  const auto found =
      std::find_if(of.labs.begin(), of.labs.end(), [&](const LabMark& m) { return m.lab == lab; });
  if (found == of.labs.end()) throw MarksError("this run has no marks in " + lab);
  return *found;
}

std::string in_quotes(const std::string& cell) {
  constexpr std::size_t kMost = 80;
  return "\"" + report::visible(roster::tidy(cell), kMost) + "\"";
}

}  // namespace gradus::marks
