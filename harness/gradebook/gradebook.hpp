#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "roster/roster.hpp"

namespace SQLite {  // NOLINT(readability-identifier-naming): a library of others
class Database;
}

namespace gradus::gradebook {

/// A file that is no gradebook, a damaged one, or one of a later Gradus.
class GradebookError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What all results of a run rest on.
struct Terms {
  std::vector<std::string> labs;
  std::string mnist;  ///< folder of the data, "sample", or empty for no run on MNIST
  std::uint64_t seed = 0;
  std::string isolation;
  std::string build;  ///< SHA-256 of the grader and of all that it links

  bool operator==(const Terms&) const = default;
};

/// The files of one submission: "tp1/softmax.cpp" and its text.
using Files = std::map<std::string, std::string>;

/// A student and what was handed in.
struct HandIn {
  roster::Student student;
  std::string submission;  ///< hash of the files; empty: nothing was handed in
  Files files;
  std::vector<std::string> remarks;  ///< about what was handed in, for student and instructor
};

/// What became of a submission: a results.json, or else why the grader itself failed.
struct Outcome {
  std::optional<std::string> results;
  std::string failure;
  std::string timings;  ///< timings.json; may be empty
};

/// Marks as they went out, and all that they rest on beside the run itself.
struct Publication {
  int number = 0;
  std::string published_at;
  std::string late;               ///< text of the late ledger
  std::string overrides;          ///< text of the override ledger
  std::string earlier;            ///< marks.csv of an earlier run, below which no mark falls
  std::vector<std::string> held;  ///< submissions on which the grader had failed
  std::string marks;              ///< marks.csv
};

/// One run over a class, in one SQLite file: who, what was handed in, what came out.
///
/// Every change is committed before its function returns, so that whoever is killed has lost
/// nothing that was kept. Once finish() is called nothing of it can be changed any more; the
/// database itself refuses.
class Gradebook {
 public:
  /// Begins a run. The file appears whole or not at all.
  /// \throws GradebookError if it exists or cannot be written
  static Gradebook begin(const std::filesystem::path& file, const Terms& terms,
                         const std::vector<HandIn>& hand_ins);

  /// Opens a run, brings its schema up to date and has SQLite check every page of it.
  /// \throws GradebookError if it is no gradebook, damaged, or made by a later Gradus
  static Gradebook open(const std::filesystem::path& file);

  Gradebook(Gradebook&&) noexcept;
  Gradebook& operator=(Gradebook&&) noexcept;
  ~Gradebook();

  [[nodiscard]] Terms terms() const;
  /// "2026-09-14T08:00:00Z": names the run.
  [[nodiscard]] std::string begun_at() const;
  [[nodiscard]] bool is_finished() const;
  /// The class in its order, without the files' texts.
  [[nodiscard]] std::vector<HandIn> class_list() const;
  /// Every submission once, in order of its hash.
  [[nodiscard]] std::vector<std::string> submissions() const;
  /// Those of which nothing is kept yet.
  [[nodiscard]] std::vector<std::string> ungraded() const;
  [[nodiscard]] Files files_of(const std::string& submission) const;
  [[nodiscard]] std::optional<Outcome> outcome_of(const std::string& submission) const;

  /// Keeps what became of a submission; a failure gives way to what comes later.
  void keep(const std::string& submission, const Outcome& outcome);
  /// Seals the run.
  void finish();

  /// Keeps marks for good, under the next number.
  /// \return the same with its number and time
  Publication publish(Publication publication);
  [[nodiscard]] std::vector<Publication> publications() const;

  /// Files and published marks that are not those whose SHA-256 was noted with them: a sentence
  /// for each.
  [[nodiscard]] std::vector<std::string> altered() const;

 private:
  explicit Gradebook(std::unique_ptr<SQLite::Database> database);
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace gradus::gradebook
