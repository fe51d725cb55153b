#include "roster/columns.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "report/escape.hpp"
#include "roster/fold.hpp"

namespace gradus::roster {
namespace {

/// Headers as folded() leaves them, each between two bars.
struct Headers {
  Field field;
  std::string_view words;
};

constexpr std::array<Headers, 8> kHeaders = {{
    {Field::id, "|id|"},
    {Field::name,
     "|name|full name|student|student name|nom|nom complet|nom prenom|nom et prenom|etudiant|"
     "vollstandiger name|nombre|nombre completo|"},
    {Field::first_name, "|first name|firstname|given name|prenom|prenoms|vorname|"},
    {Field::last_name,
     "|last name|lastname|surname|family name|nom de famille|nachname|familienname|apellido|"
     "apellidos|apellido s|"},
    {Field::email,
     "|email|e mail|mail|email address|courriel|adresse de courriel|adresse courriel|adresse email|"
     "adresse e mail|adresse mail|adresse electronique|e mail adresse|correo|correo electronico|"
     "direccion de correo|direccion de correo electronico|direccion email|"},
    {Field::login,
     "|login|username|user name|sis login id|identifiant|nom dutilisateur|anmeldename|benutzername|"
     "nombre de usuario|"},
    {Field::number,
     "|number|student number|student id|id number|sid|sis user id|numero|numero etudiant|"
     "no etudiant|n etudiant|numero didentification|matricule|id nummer|matrikelnummer|"
     "numero de id|"},
    {Field::section, "|section|sections|group|groups|groupe|groupes|gruppe|gruppen|grupo|grupos|"},
}};

constexpr const char* kAccepted =
    "A list of students is one of:\n"
    "  a Canvas gradebook export: Student, ID, SIS User ID, SIS Login ID, Section, ...\n"
    "  a Moodle grading worksheet: Identifier (Participant 12, ...), Full name, ...\n"
    "  a Moodle list of participants or grades: First name, Last name, ID number, Email address, "
    "...\n"
    "  a CSV file of your own, whose first line has at least one of id, number, login and email,\n"
    "  beside name (or first name and last name) and section, in any order. French headers do "
    "too:\n"
    "  nom, pr\u00e9nom, courriel, num\u00e9ro, groupe.";

std::optional<Field> field_of(const std::string& header) {
  const std::string wanted = "|" + folded(header) + "|";
  if (wanted == "||") return std::nullopt;
  const auto* found = std::find_if(kHeaders.begin(), kHeaders.end(), [&](const Headers& h) {
    return h.words.find(wanted) != h.words.npos;
  });
  return found == kHeaders.end() ? std::nullopt : std::optional(found->field);
}

std::string in_quotes(const std::string& cell) {
  constexpr std::size_t kMost = 80;
  return "\"" + report::visible(tidy(cell), kMost) + "\"";
}

void put(Columns& columns, Field field, std::size_t column, const table::Table& table) {
  const auto [place, is_new] = columns.at.emplace(field, column);
  if (is_new) return;
  throw RosterError("the columns " + in_quotes(table.header[place->second]) + " and " +
                    in_quotes(table.header[column]) +
                    " mean the same, so which one counts cannot be told. Remove or rename one.");
}

/// How many columns say who a student is, if this is a Canvas gradebook: those up to "Section". Its
/// headers are never translated.
std::size_t canvas_columns(const std::vector<std::string>& header) {
  const auto is = [&](std::size_t i, std::string_view title) {
    return i < header.size() && tidy(header[i]) == title;
  };
  const bool whole = is(0, "Student") && is(1, "ID");
  const bool split = is(0, "LastName") && is(1, "FirstName") && is(2, "ID");
  if (!whole && !split) return 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (is(i, "Section")) return i + 1;
  }
  return 0;
}

Columns canvas(const table::Table& table, std::size_t count) {
  Columns columns;
  columns.canvas = true;
  for (std::size_t i = 0; i < count; ++i) {
    const auto field = field_of(table.header[i]);
    if (field) put(columns, *field == Field::id ? Field::canvas_id : *field, i, table);
  }
  return columns;
}

/// What stands before the number: "Participant " of "Participant 12".
std::string_view participant_word(std::string_view cell) {
  const std::size_t last = cell.find_last_not_of("0123456789");
  return last == cell.npos || last + 1 == cell.size() ? "" : cell.substr(0, last + 1);
}

/// Logins may look the same ("etu12"), so the word must be one that no login could be, or known.
bool is_participant(const std::string& cell) {
  if (!is_valid_id(cell)) return true;
  const std::string word = folded(participant_word(cell));
  return word == "participant" || word == "participante" || word == "partecipante";
}

bool has_participants(const table::Table& table) {
  const auto field = field_of(table.header.front());
  if (field && *field != Field::id && *field != Field::login) return false;
  std::string word;
  for (const auto& row : table.rows) {
    const std::string cell = tidy(row.front());
    if (cell.empty()) continue;
    const std::string before(participant_word(cell));
    if (before.empty() || (!word.empty() && before != word) || !is_participant(cell)) return false;
    word = before;
  }
  return !word.empty();
}

/// "Name" beside "first name" is the last name, as in French and German; beside "apellidos",
/// "nombre" is the first.
void tell_names_apart(Columns& columns) {
  const auto name = columns.at.find(Field::name);
  if (name == columns.at.end() || columns.has(Field::first_name) == columns.has(Field::last_name)) {
    return;
  }
  const Field other = columns.has(Field::first_name) ? Field::last_name : Field::first_name;
  columns.at.emplace(other, name->second);
  columns.at.erase(Field::name);
}

bool tells_students_apart(const Columns& columns) {
  return std::any_of(columns.at.begin(), columns.at.end(), [](const auto& entry) {
    const Field f = entry.first;
    return f == Field::id || f == Field::number || f == Field::login || f == Field::email ||
           f == Field::canvas_id || f == Field::moodle_id;
  });
}

[[noreturn]] void refuse(const table::Table& table) {
  std::string header;
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i < std::min(table.header.size(), kMost); ++i) {
    header += (i == 0 ? "" : ", ") + in_quotes(table.header[i]);
  }
  if (table.header.size() > kMost) header += ", ...";
  throw RosterError("none of its columns tells students apart: " + header + "\n" + kAccepted);
}

}  // namespace

Columns recognise(const table::Table& table) {
  if (const std::size_t count = canvas_columns(table.header)) return canvas(table, count);
  Columns columns;
  const bool worksheet = has_participants(table);
  if (worksheet) columns.at.emplace(Field::moodle_id, 0);
  for (std::size_t i = worksheet ? 1 : 0; i < table.header.size(); ++i) {
    const auto field = field_of(table.header[i]);
    if (field) put(columns, *field, i, table);
  }
  tell_names_apart(columns);
  if (!tells_students_apart(columns)) refuse(table);
  return columns;
}

std::string participant_number(const std::string& cell) {
  return cell.substr(participant_word(cell).size());
}

bool is_valid_id(const std::string& id) {
  constexpr std::size_t kLongest = 64;
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@+-";
  return !id.empty() && id.size() <= kLongest && id.front() != '.' && id.front() != '-' &&
         id.find_first_not_of(kAllowed) == id.npos;
}

}  // namespace gradus::roster
