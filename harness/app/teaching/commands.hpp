#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.hpp"

/// The subcommands that only those need who teach, one file each. A students' handout has none of
/// this folder.
namespace gradus::app {

/// Grades the submissions of a class, or goes on with that.
int grade_class(const GradeOptions& options);

struct ShareOptions {
  std::filesystem::path desk;
  std::size_t share = 0;
  std::size_t of = 1;
};
/// What one of several machines does for grade_class().
int judge_share(const ShareOptions& options);

struct IntakeOptions {
  std::vector<std::filesystem::path> sources;
  std::filesystem::path roster;  ///< empty: ids are made of the uploads' names
  std::vector<std::string> labs;
  std::filesystem::path assign;  ///< empty: no answers yet
  std::filesystem::path out;
};
/// Makes one tidy folder per student of what a platform gives.
/// \return kFullMarks if nothing is left to do for anybody, kPointsLost otherwise
int intake(const IntakeOptions& options);

struct ReportOptions {
  std::filesystem::path results;
  std::string as;             ///< a format
  std::string visibility;     ///< of Gradescope: when students see the checks
  std::filesystem::path out;  ///< empty: standard output
};
/// Writes a results.json in the format of a platform.
/// \return kFullMarks once it is written, whatever the marks in it
int report_as(const ReportOptions& options);

struct PackageOptions {
  std::string platform;
  std::filesystem::path out;          ///< a zip archive or a folder
  std::string lab;                    ///< empty: all
  std::optional<std::uint64_t> seed;  ///< none: a new secret one
  std::string visibility;
  std::string isolation;
  int minutes = 10;        ///< that Gradescope lets a run take
  std::string repository;  ///< on GitHub, where workflows find Gradus: "OWNER/NAME"
  std::string revision;    ///< branch, tag or commit there
};
/// Makes what an instructor uploads to a platform.
int package(const PackageOptions& options);

struct ReleaseOptions {
  std::filesystem::path out;
  std::vector<std::filesystem::path> seed_files;  ///< of official runs: must not be in it
};
/// Makes the students' handout.
int release(const ReleaseOptions& options);

struct RegradeOptions {
  std::filesystem::path run;
  /// Where the new run goes, and what it shall not have in common with the old one: what is empty
  /// here stays as it was.
  GradeOptions grade;
};
/// Grades what a run keeps once more, with this Gradus, into another run.
int regrade(const RegradeOptions& options);

struct PublishOptions {
  std::filesystem::path run;        ///< folder of a class's run
  std::filesystem::path late;       ///< late ledger; empty: nobody was late
  std::filesystem::path overrides;  ///< override ledger; empty: none
  std::filesystem::path after;      ///< run whose published marks are a floor; empty: none
  bool lower = false;               ///< let marks be below those of `after`
  std::filesystem::path out;        ///< folder for marks.csv and summary.txt
};
/// Makes the marks of a run, keeps them in its gradebook and writes them.
int publish(const PublishOptions& options);

struct AuditOptions {
  std::filesystem::path run;
  std::filesystem::path marks;  ///< a marks.csv that should be one of the run's; empty: none
};
/// Makes the published marks of a run anew and compares.
/// \return kPointsLost if something is not as it was
int audit(const AuditOptions& options);

struct DiffOptions {
  std::filesystem::path before;
  std::filesystem::path after;
};
/// Compares two runs over a class.
/// \return kOurFault if the same work was judged in two ways
int diff(const DiffOptions& options);

struct ExportOptions {
  std::filesystem::path run;
  std::string format;        ///< "canvas", "moodle", "moodle-feedback" or "csv"
  std::filesystem::path in;  ///< the platform's own file; of "csv": none
  std::filesystem::path out;
  std::string lab;                 ///< empty: the only one
  std::string column;              ///< header of the column to fill; empty: find it
  bool comments = false;           ///< also write the marks' lines, as feedback comments
  std::string decimal_sign = ".";  ///< where the file shows none
};
/// Fills published marks into a platform's own file.
int export_marks(const ExportOptions& options);

struct PagesOptions {
  std::filesystem::path run;  ///< folder of a class's run
  std::filesystem::path out;
  std::string notes;  ///< address of the course notes; empty: not known
};
/// Writes a page for each student of a class's run, and one for the instructor.
int pages(const PagesOptions& options);

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

}  // namespace gradus::app
