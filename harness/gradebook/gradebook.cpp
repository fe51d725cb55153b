#include "gradebook/gradebook.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <ctime>
#include <set>
#include <sqlite3.h>
#include <sstream>
#include <string_view>

#include "gradebook/schema.hpp"
#include "mnist/sha256.hpp"

namespace gradus::gradebook {
namespace {

namespace fs = std::filesystem;
using SQLite::Database;
using SQLite::Statement;
using SQLite::Transaction;

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  std::string text(sizeof "2026-09-14T08:00:00Z", '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
  return text;
}

void set_up(Database& database) {
  database.exec(
      "PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
      "PRAGMA trusted_schema = OFF");
}

/// Brings the schema to the newest version, step by step.
void migrate(Database& database) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const auto steps = migrations();
  if (version > static_cast<int>(steps.size())) {
    throw GradebookError("it was made by a later Gradus (its schema is version " +
                         std::to_string(version) + ", this program knows " +
                         std::to_string(steps.size()) + "): use that one");
  }
  for (auto v = static_cast<std::size_t>(version); v < steps.size(); ++v) {
    Transaction transaction(database);
    database.exec(std::string(steps[v]));
    database.exec("PRAGMA user_version = " + std::to_string(v + 1));
    transaction.commit();
  }
}

void check_every_page(Database& database) {
  Statement check(database, "PRAGMA integrity_check(1)");
  check.executeStep();
  const std::string answer = check.getColumn(0).getString();
  if (answer != "ok") throw GradebookError("it is damaged: " + answer);
  Statement keys(database, "PRAGMA foreign_key_check");
  if (keys.executeStep()) {
    throw GradebookError("it is damaged: a row of " + keys.getColumn(0).getString() +
                         " refers to nothing");
  }
}

void insert_terms(Database& database, const Terms& terms) {
  std::string labs;
  for (const std::string& lab : terms.labs) labs += (labs.empty() ? "" : " ") + lab;
  Statement insert(database, "INSERT INTO run VALUES (1, ?, ?, ?, ?, ?, ?, NULL)");
  insert.bind(1, labs);
  insert.bind(2, terms.mnist);
  insert.bind(3, std::to_string(terms.seed));
  insert.bind(4, terms.isolation);
  insert.bind(5, terms.build);
  insert.bind(6, now());
  insert.exec();
}

void insert_submission(Database& database, const HandIn& hand_in) {
  Statement submission(database, "INSERT INTO submission VALUES (?)");
  submission.bind(1, hand_in.submission);
  submission.exec();
  for (const auto& [path, text] : hand_in.files) {
    const std::string hash = mnist::sha256(text);
    Statement file(database, "INSERT INTO file VALUES (?, ?) ON CONFLICT DO NOTHING");
    file.bind(1, hash);
    file.bind(2, text.data(), static_cast<int>(text.size()));
    file.exec();
    Statement part(database, "INSERT INTO submission_file VALUES (?, ?, ?)");
    part.bind(1, hand_in.submission);
    part.bind(2, path);
    part.bind(3, hash);
    part.exec();
  }
}

void insert_student(Database& database, const HandIn& hand_in) {
  const roster::Student& s = hand_in.student;
  Statement insert(database, "INSERT INTO student VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int at = 0;
  for (const std::string* text :
       {&s.id, &s.name, &s.email, &s.login, &s.number, &s.canvas_id, &s.moodle_id, &s.section}) {
    insert.bind(++at, *text);
  }
  if (hand_in.submission.empty()) {
    insert.bind(++at);
  } else {
    insert.bind(++at, hand_in.submission);
  }
  insert.exec();
  for (const std::string& says : hand_in.remarks) {
    Statement remark(database, "INSERT INTO remark VALUES (?, ?)");
    remark.bind(1, s.id);
    remark.bind(2, says);
    remark.exec();
  }
}

std::string blob(const SQLite::Column& column) {
  return {static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// SQLite's errors in terms of the file.
template <typename Work>
auto explained(const fs::path& file, const Work& work) {
  try {
    return work();
  } catch (const SQLite::Exception& e) {
    const bool foreign = e.getErrorCode() == SQLITE_NOTADB;
    throw GradebookError(file.string() +
                         (foreign ? " is no gradebook of Gradus" : std::string(": ") + e.what()));
  } catch (const GradebookError& e) {
    throw GradebookError(file.string() + ": " + e.what());
  }
}

}  // namespace

Gradebook Gradebook::begin(const fs::path& file, const Terms& terms,
                           const std::vector<HandIn>& hand_ins) {
  return explained(file, [&] {
    if (fs::exists(file)) throw GradebookError("it exists already");
    // Made under another name: whoever is killed here leaves nothing that could be taken for a run.
    const fs::path unfinished = file.string() + ".new";
    fs::remove(unfinished);
    {
      Database database(unfinished.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write);
      database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
      migrate(database);
      Transaction transaction(database);
      insert_terms(database, terms);
      std::set<std::string> seen;
      for (const HandIn& hand_in : hand_ins) {
        if (!hand_in.submission.empty() && seen.insert(hand_in.submission).second) {
          insert_submission(database, hand_in);
        }
        insert_student(database, hand_in);
      }
      transaction.commit();
    }
    fs::rename(unfinished, file);
    return open(file);
  });
}

Gradebook Gradebook::open(const fs::path& file) {
  return explained(file, [&] {
    if (!fs::is_regular_file(file)) throw GradebookError("there is no such file");
    Database database(file.string(), SQLite::OPEN_READWRITE);
    if (database.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
      throw GradebookError("it is no gradebook of Gradus");
    }
    set_up(database);
    check_every_page(database);
    migrate(database);
    return Gradebook(std::move(database));
  });
}

Terms Gradebook::terms() const {
  Statement query(database_, "SELECT labs, mnist, seed, isolation, build FROM run");
  query.executeStep();
  Terms terms;
  std::istringstream labs(query.getColumn(0).getString());
  for (std::string lab; labs >> lab;) terms.labs.push_back(lab);
  terms.mnist = query.getColumn(1).getString();
  terms.seed = std::stoull(query.getColumn(2).getString());
  terms.isolation = query.getColumn(3).getString();
  terms.build = query.getColumn(4).getString();
  return terms;
}

std::string Gradebook::begun_at() const {
  Statement query(database_, "SELECT begun_at FROM run");
  query.executeStep();
  return query.getColumn(0).getString();
}

bool Gradebook::is_finished() const {
  Statement query(database_, "SELECT finished_at IS NOT NULL FROM run");
  query.executeStep();
  return query.getColumn(0).getInt() != 0;
}

std::vector<HandIn> Gradebook::class_list() const {
  std::vector<HandIn> list;
  Statement query(database_,
                  "SELECT id, name, email, login, number, canvas_id, moodle_id, section, "
                  "submission FROM student ORDER BY position");
  while (query.executeStep()) {
    HandIn hand_in;
    roster::Student& s = hand_in.student;
    int at = 0;
    for (std::string* text :
         {&s.id, &s.name, &s.email, &s.login, &s.number, &s.canvas_id, &s.moodle_id, &s.section}) {
      *text = query.getColumn(at++).getString();
    }
    if (!query.isColumnNull(at)) hand_in.submission = query.getColumn(at).getString();
    Statement remarks(database_, "SELECT says FROM remark WHERE student = ? ORDER BY rowid");
    remarks.bind(1, s.id);
    while (remarks.executeStep()) hand_in.remarks.push_back(remarks.getColumn(0).getString());
    list.push_back(std::move(hand_in));
  }
  return list;
}

std::vector<std::string> Gradebook::submissions() const {
  std::vector<std::string> all;
  Statement query(database_, "SELECT hash FROM submission ORDER BY hash");
  while (query.executeStep()) all.push_back(query.getColumn(0).getString());
  return all;
}

std::vector<std::string> Gradebook::ungraded() const {
  std::vector<std::string> all;
  Statement query(database_,
                  "SELECT hash FROM submission LEFT JOIN result ON result.submission = hash "
                  "WHERE results IS NULL ORDER BY hash");
  while (query.executeStep()) all.push_back(query.getColumn(0).getString());
  return all;
}

Files Gradebook::files_of(const std::string& submission) const {
  Files files;
  Statement query(database_,
                  "SELECT path, content FROM submission_file JOIN file ON sha256 = file "
                  "WHERE submission = ?");
  query.bind(1, submission);
  while (query.executeStep()) {
    files[query.getColumn(0).getString()] = blob(query.getColumn(1));
  }
  return files;
}

std::optional<Outcome> Gradebook::outcome_of(const std::string& submission) const {
  Statement query(database_, "SELECT results, failure, timings FROM result WHERE submission = ?");
  query.bind(1, submission);
  if (!query.executeStep()) return std::nullopt;
  Outcome outcome;
  if (query.isColumnNull(0)) {
    outcome.failure = query.getColumn(1).getString();
  } else {
    outcome.results = query.getColumn(0).getString();
  }
  outcome.timings = query.getColumn(2).getString();
  return outcome;
}

void Gradebook::keep(const std::string& submission, const Outcome& outcome) {
  Statement insert(database_,
                   "INSERT INTO result VALUES (?, ?, ?, ?) ON CONFLICT (submission) DO UPDATE SET "
                   "results = excluded.results, failure = excluded.failure, "
                   "timings = excluded.timings WHERE result.results IS NULL");
  insert.bind(1, submission);
  if (outcome.results) {
    insert.bind(2, *outcome.results);
    insert.bind(3);
  } else {
    insert.bind(2);
    insert.bind(3, outcome.failure);
  }
  insert.bind(4, outcome.timings);
  insert.exec();
}

void Gradebook::finish() {
  Statement update(database_, "UPDATE run SET finished_at = ?");
  update.bind(1, now());
  update.exec();
  database_.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

Publication Gradebook::publish(Publication publication) {
  Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  publication.number =
      database_.execAndGet("SELECT coalesce(max(number), 0) + 1 FROM publication").getInt();
  publication.published_at = now();
  std::string held;
  for (const std::string& submission : publication.held) held += submission + "\n";
  Statement insert(database_, "INSERT INTO publication VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, publication.number);
  insert.bind(2, publication.published_at);
  insert.bind(3, publication.late);
  insert.bind(4, publication.overrides);
  insert.bind(5, publication.earlier);
  insert.bind(6, held);
  insert.bind(7, publication.marks.data(), static_cast<int>(publication.marks.size()));
  insert.bind(8, mnist::sha256(publication.marks));
  insert.exec();
  transaction.commit();
  return publication;
}

std::vector<Publication> Gradebook::publications() const {
  std::vector<Publication> all;
  Statement query(database_,
                  "SELECT number, published_at, late, overrides, earlier, held, marks "
                  "FROM publication ORDER BY number");
  while (query.executeStep()) {
    Publication& p = all.emplace_back();
    p.number = query.getColumn(0).getInt();
    p.published_at = query.getColumn(1).getString();
    p.late = query.getColumn(2).getString();
    p.overrides = query.getColumn(3).getString();
    p.earlier = query.getColumn(4).getString();
    p.held = lines_of(query.getColumn(5).getString());
    p.marks = blob(query.getColumn(6));
  }
  return all;
}

std::vector<std::string> Gradebook::altered() const {
  std::vector<std::string> sentences;
  Statement files(database_, "SELECT sha256, content FROM file ORDER BY sha256");
  while (files.executeStep()) {
    const std::string noted = files.getColumn(0).getString();
    if (mnist::sha256(blob(files.getColumn(1))) == noted) continue;
    sentences.push_back("The file " + noted + " is not the one that was handed in.");
  }
  Statement marks(database_, "SELECT number, sha256, marks FROM publication ORDER BY number");
  while (marks.executeStep()) {
    if (mnist::sha256(blob(marks.getColumn(2))) == marks.getColumn(1).getString()) continue;
    sentences.push_back("The marks of publication " + marks.getColumn(0).getString() +
                        " are not those that went out.");
  }
  return sentences;
}

}  // namespace gradus::gradebook
