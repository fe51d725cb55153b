#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

/// The subcommands of `gradus`, one file each. main.cpp reads the command line and calls one.
namespace gradus::app {

/// Exit statuses: a script can tell a wrong answer from a wrong call and from our own fault.
inline constexpr int kFullMarks = 0;
inline constexpr int kPointsLost = 1;
inline constexpr int kUsage = 2;
inline constexpr int kOurFault = 3;

struct GradeOptions {
  std::filesystem::path submission;
  std::string lab;       ///< empty: all
  std::string exercise;  ///< empty: all
  std::optional<std::uint64_t> seed;
  std::filesystem::path json;     ///< results.json; empty: not written
  std::filesystem::path timings;  ///< timings.json; empty: not written
  std::filesystem::path mnist;    ///< folder of the IDX files; empty: find them
  bool no_mnist = false;
  std::string isolation = "landlock";              ///< at least this level
  std::string strongest_isolation = "namespaces";  ///< at most this level
};
int grade(const GradeOptions& options);

struct CheckOptions {
  std::string what;  ///< slug, lab, or empty for all
  bool in_process = false;
};
int check(const CheckOptions& options);

int status();

struct TrainOptions {
  std::string lab;
  std::filesystem::path submission;  ///< empty: the student's own labs
  int epochs = 0;                    ///< 0: the lab's own
  double learning_rate = 0.01;
  std::uint64_t seed = 1;
  std::string data = "mnist";   ///< or "fashion" or "sample"
  std::filesystem::path mnist;  ///< folder of the IDX files; empty: find them
  std::filesystem::path out;    ///< folder of the report; empty: the next one of its own
  std::string compare;          ///< another run: its number, "last" or a file; empty: none
  std::filesystem::path load;   ///< parameters to start from; empty: the lab's first values
  std::filesystem::path save;   ///< where to write the parameters too; empty: nowhere
};
/// Trains a student's lab, and writes a report of it.
int train(const TrainOptions& options);

struct AuthorOptions {
  std::string what;  ///< slug, lab, or empty for all
  std::optional<std::uint64_t> seed;
  std::filesystem::path json;
  bool no_builds = false;
  bool all_builds = false;
  long false_alarms = 0;  ///< gradings of right code to try instead; 0: prove the checks
  /// For a child of this command, which works on one exercise and prints JSON: the build in which
  /// to prove it ("" as for marks).
  std::optional<std::string> only_build;
};
/// Proves the checks against the bank of mistakes and right variants.
int author(const AuthorOptions& options);

/// Shows whether this machine has what grading needs, and what to do if not.
int doctor();

/// Finds or fetches MNIST. \return kFullMarks if it is there, kPointsLost if only the sample is
int fetch_mnist();

}  // namespace gradus::app
