#include "roster/roster.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>

#include "report/escape.hpp"
#include "roster/fold.hpp"

namespace gradus::roster {
namespace {

using Row = std::vector<std::string>;

std::string shown(const std::string& text) {
  constexpr std::size_t kMost = 80;
  return report::visible(text, kMost);
}

std::string at_line(std::size_t line) { return "line " + std::to_string(line) + ": "; }

/// "Lovelace, Ada" the other way round; a name with more or fewer commas stays as it is.
std::string first_name_first(const std::string& name) {
  const std::size_t comma = name.find(',');
  if (comma == name.npos || name.find(',', comma + 1) != name.npos) return name;
  return tidy(name.substr(comma + 1) + " " + name.substr(0, comma));
}

Student student_of(const Row& row, const Columns& columns) {
  const auto cell = [&](Field field) {
    const auto column = columns.at.find(field);
    return column == columns.at.end() ? std::string() : tidy(row[column->second]);
  };
  Student student{cell(Field::id),        cell(Field::name),   cell(Field::email),
                  cell(Field::login),     cell(Field::number), cell(Field::canvas_id),
                  cell(Field::moodle_id), cell(Field::section)};
  student.moodle_id = participant_number(student.moodle_id);
  if (student.name.empty()) {
    student.name = tidy(cell(Field::first_name) + " " + cell(Field::last_name));
  }
  if (columns.canvas) student.name = first_name_first(student.name);
  // Many schools' logins are addresses; Canvas writes no others.
  if (student.email.empty() && student.login.find('@') != student.login.npos) {
    student.email = student.login;
  }
  for (const std::string* key :
       {&student.number, &student.login, &student.email, &student.canvas_id, &student.moodle_id}) {
    if (student.id.empty()) student.id = *key;
  }
  return student;
}

bool is_blank(const Row& row) {
  return std::all_of(row.begin(), row.end(), [](const auto& cell) { return tidy(cell).empty(); });
}

/// Canvas' rows about assignments: what they are worth, and which are posted by hand.
bool is_about_assignments(const Row& row, const Columns& columns) {
  return row.front().find("Points Possible") != std::string::npos ||
         std::all_of(columns.at.begin(), columns.at.end(),
                     [&](const auto& column) { return tidy(row[column.second]).empty(); });
}

bool is_test_student(const Student& student) { return name_key(student.name) == "student test"; }

void require_valid_id(const Student& student, std::size_t line) {
  if (student.id.empty()) {
    throw RosterError(at_line(line) + "the student " + shown(student.name) +
                      " has nothing to be told apart by: no id, student number, login or email "
                      "address. Fill one of these cells.");
  }
  if (is_valid_id(student.id)) return;
  throw RosterError(at_line(line) + "\"" + shown(student.id) +
                    "\" cannot be a student's id, under which the student's files are kept. It "
                    "must be 1 to 64 letters (without accents), digits and . _ @ + - and not begin "
                    "with . or -. Add a column \"id\" with such a key for each student.");
}

/// The name of an archive without its ending.
std::string without_ending(const std::string& label) {
  for (const char* ending : {".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".7z"}) {
    if (lower_case(label).ends_with(ending)) {
      return label.substr(0, label.size() - std::string_view(ending).size());
    }
  }
  return label;
}

std::string key_of(const std::string& text) { return lower_case(tidy(text)); }

/// Something known of an owner, and the students whom it fits.
struct Clue {
  const char* by;
  std::vector<std::size_t> students;
};

/// The students whom every clue fits.
std::vector<std::size_t> agreed(const std::vector<Clue>& clues) {
  if (clues.empty()) return {};
  std::vector<std::size_t> all = clues.front().students;
  for (const Clue& clue : clues) {
    std::vector<std::size_t> both;
    std::set_intersection(all.begin(), all.end(), clue.students.begin(), clue.students.end(),
                          std::back_inserter(both));
    all = std::move(both);
  }
  return all;
}

/// The students whom any clue fits.
std::vector<std::size_t> mentioned(const std::vector<Clue>& clues) {
  std::vector<std::size_t> all;
  for (const Clue& clue : clues) all.insert(all.end(), clue.students.begin(), clue.students.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// The first clue that fits one student alone, or else all of them together.
std::string told_by(const std::vector<Clue>& clues) {
  std::string together;
  for (const Clue& clue : clues) {
    if (clue.students.size() == 1) return clue.by;
    together += (together.empty() ? "" : " and ") + std::string(clue.by);
  }
  return together;
}

/// Says in every complaint which file it is about.
template <typename Read>
Roster in_file(const std::string& name, Read read) {
  try {
    return read();
  } catch (const std::runtime_error& error) {
    throw RosterError(name + ": " + error.what());
  }
}

/// "lines 3 and 7", "lines 3, 7 and 9".
std::string at_lines(const std::vector<std::size_t>& lines) {
  std::string text = "lines " + std::to_string(lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    text += (i + 1 == lines.size() ? " and " : ", ") + std::to_string(lines[i]);
  }
  return text + ": ";
}

}  // namespace

Roster Roster::read(const std::filesystem::path& path) {
  return in_file(shown(path.string()), [&] { return of(table::read_table(path)); });
}

Roster Roster::parse(std::string_view bytes, const std::string& name) {
  return in_file(name, [&] { return of(table::parse_table(bytes)); });
}

Roster Roster::of(const table::Table& table) {
  const Columns columns = recognise(table);
  Roster roster;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const Row& row = table.rows[i];
    if (is_blank(row) || (columns.canvas && is_about_assignments(row, columns))) continue;
    Student student = student_of(row, columns);
    if (columns.canvas && is_test_student(student)) {
      roster.remarks_.push_back(at_line(table.lines[i]) + "Canvas' test student is left out");
    } else {
      roster.add(std::move(student), table.lines[i]);
    }
  }
  if (roster.students_.empty()) throw RosterError("it holds no student below its header");
  roster.remark_on_shared_keys();
  return roster;
}

void Roster::add(Student student, std::size_t line) {
  require_valid_id(student, line);
  Keys keys{key_of(student.id),        key_of(student.number),    key_of(student.login),
            key_of(student.canvas_id), key_of(student.moodle_id), key_of(student.email),
            name_key(student.name)};
  const auto [other, is_new] = by_id_.emplace(keys.id, students_.size());
  if (!is_new) {
    throw RosterError(at_lines({lines_[other->second], line}) + "two students have the id \"" +
                      student.id +
                      "\" (capital and small letters count as the same). Everything about a "
                      "student is kept under the id, so no other may have it: mend one of them.");
  }
  students_.push_back(std::move(student));
  keys_.push_back(std::move(keys));
  lines_.push_back(line);
}

void Roster::remark_on_shared_keys() {
  struct Kind {
    const char* name;
    std::string Keys::*key;
  };
  for (const Kind& kind :
       {Kind{"student number", &Keys::number}, Kind{"login", &Keys::login},
        Kind{"Canvas id", &Keys::canvas_id}, Kind{"Moodle participant number", &Keys::moodle_id},
        Kind{"email address", &Keys::email}, Kind{"full name", &Keys::name}}) {
    std::map<std::string, std::vector<std::size_t>> lines;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (!(keys_[i].*kind.key).empty()) lines[keys_[i].*kind.key].push_back(lines_[i]);
    }
    for (const auto& [key, where] : lines) {
      if (where.size() < 2) continue;
      remarks_.push_back(at_lines(where) + "these students share the " + kind.name + " \"" +
                         shown(key) + "\"; an upload that says no more cannot be told to be whose");
    }
  }
}

const Student* Roster::find(std::string_view id) const {
  const auto found = by_id_.find(lower_case(std::string(id)));
  return found == by_id_.end() ? nullptr : &students_[found->second];
}

Match Roster::match(const Owner& owner) const {
  using Key = std::string Keys::*;
  std::vector<Clue> clues;
  const auto ask = [&](const char* by, const std::vector<std::string>& texts,
                       std::initializer_list<Key> keys) {
    Clue clue{by, {}};
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const bool fits = std::any_of(keys.begin(), keys.end(), [&](Key key) {
        const std::string& own = keys_[i].*key;
        return !own.empty() && std::find(texts.begin(), texts.end(), own) != texts.end();
      });
      if (fits) clue.students.push_back(i);
    }
    if (!clue.students.empty()) clues.push_back(std::move(clue));
  };
  const std::string label = without_ending(owner.label);
  ask("student number", {key_of(owner.number)}, {&Keys::number, &Keys::id});
  ask("login", {key_of(owner.login)}, {&Keys::login, &Keys::id});
  ask("Canvas id", {key_of(owner.canvas_id)}, {&Keys::canvas_id});
  ask("Moodle participant number", {key_of(owner.moodle_id)}, {&Keys::moodle_id});
  ask("email address", {key_of(owner.email)}, {&Keys::email, &Keys::id});
  ask("name of the upload", {key_of(owner.label), key_of(label)},
      {&Keys::id, &Keys::number, &Keys::login, &Keys::canvas_id, &Keys::moodle_id, &Keys::email});
  ask("full name", {name_key(owner.name.empty() ? label : owner.name)}, {&Keys::name});

  const std::vector<std::size_t> all = agreed(clues);
  if (all.size() == 1) return {&students_[all.front()], told_by(clues), {}};
  Match match;
  for (const std::size_t i : all.empty() ? mentioned(clues) : all) {
    match.candidates.push_back(&students_[i]);
  }
  return match;
}

}  // namespace gradus::roster
