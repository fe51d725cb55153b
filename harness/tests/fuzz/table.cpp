// Lists of students come from a platform, by way of spreadsheets, and students choose their names.

#include <algorithm>

#include "roster/roster.hpp"
#include "table/csv.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

constexpr table::TableLimits kLimits{4096, 200, 10'000};

void require_same(const table::Table& a, const table::Table& b) {
  require(a.header == b.header && a.rows == b.rows, "what was written is read again");
  require(a.layout == b.layout, "a table keeps its layout");
}

void require_tidy(const table::Table& table, std::size_t breaks) {
  const std::size_t columns = table.header.size();
  require(columns > 0 && columns <= kLimits.columns, "a header is neither empty nor too long");
  require(columns * table.rows.size() <= kLimits.cells, "a table is within its limits");
  require(std::all_of(table.rows.begin(), table.rows.end(),
                      [&](const auto& row) { return row.size() == columns; }),
          "every row has a cell for each column");
  require(table.lines.size() == table.rows.size(), "every row has a line");
  require(std::is_sorted(table.lines.begin(), table.lines.end()), "rows lie in the file's order");
  require(table.lines.empty() || table.lines.back() <= breaks + 1, "rows begin within the file");
}

void try_table(const std::string& bytes) {
  const auto breaks = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; }));
  try {
    const table::Table table = table::parse_table(bytes, kLimits);
    require_tidy(table, breaks);
    require_same(table::parse_table(table::write_table(table)), table);
  } catch (const table::TableError& error) {
    require(error.line() <= breaks + 1, "a complaint is about a line of the file");
    require_harmless(error.what());
  }
}

/// Whatever is asked of a student's own keys, the student is the answer or a candidate.
void require_found(const roster::Roster& roster, const roster::Owner& owner,
                   const roster::Student& student) {
  const roster::Match match = roster.match(owner);
  if (match.student != nullptr) {
    require(match.candidates.empty() && !match.by.empty(), "a match says by what, and is alone");
    require(match.student == &student || owner.number.empty(), "a number leads to its student");
    return;
  }
  if (owner.number.empty()) return;
  require(std::find(match.candidates.begin(), match.candidates.end(), &student) !=
              match.candidates.end(),
          "where keys disagree, their owner is a candidate");
}

void try_roster(const std::string& bytes) {
  try {
    const roster::Roster roster = roster::Roster::parse(bytes, "fuzzed");
    require(!roster.students().empty(), "a roster has students");
    for (const roster::Student& s : roster.students()) {
      require(roster::is_valid_id(s.id), "an id may be a folder's name");
      require(roster.find(s.id) == &s, "an id leads to its student");
      require_found(roster, {s.id, s.name, s.email, s.login, s.id, s.canvas_id, s.moodle_id}, s);
      require_found(roster, {s.name, "", "", "", "", "", ""}, s);
    }
    for (const std::string& remark : roster.remarks()) require_harmless(remark);
  } catch (const roster::RosterError& error) {
    require(std::string(error.what()).starts_with("fuzzed: "), "a complaint names the file");
    require_harmless(error.what());
  }
}

}  // namespace

void try_input(Bytes bytes) {
  const std::string text(bytes.begin(), bytes.end());
  try_table(text);
  try_roster(text);
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  return {
      "Student,ID,SIS User ID,SIS Login ID,Section,TP1 (47)\n    Points Possible,,,,,20\n"
      "\"King, Ada\",1,2,ada@x.fr,M1,\n\"Student, Test\",9,,,,\n",
      "LastName;FirstName;ID;SIS Login ID;Section\nKing;Ada;1;ada;M1\n",
      "\ufeffIdentifier,Full name,Grade\r\nParticipant 12,Ada,\r\nParticipant 13,Alan,\r\n",
      "ID\tE-Mail-Adresse\nTeilnehmer/in12\ta@x\n",
      "nom,pr\xe9nom,num\xe9ro,courriel,groupe\n\"King\n\",\"A\"\"d\"\"a\",1,a@x,\n\n,,2\n",
      "\xff\xfei\0d\0,\0n\0a\0m\0e\0\n\0a\0,\0b\0\n\0"s,
      "\xfe\xff\0i\0d\0;\0n\0a\0m\0e\0\n\0a\0;\0b\0\n"s,
      "id,name,email\r1,A,x\r2,A,x\r",
      "login\n\xff\n"};
}

}  // namespace gradus::fuzz
