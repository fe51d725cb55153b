#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// The subcommands of `gradus`, one file each. main.cpp reads the command line and calls one.
namespace gradus::app {

/// Exit statuses: a script can tell a wrong answer from a wrong call and from our own fault.
inline constexpr int kFullMarks = 0;
inline constexpr int kPointsLost = 1;
inline constexpr int kUsage = 2;
inline constexpr int kOurFault = 3;

struct GradeOptions {
  std::filesystem::path submission;
  std::vector<std::string> labs;  ///< empty: all
  std::string exercise;           ///< empty: all
  std::optional<std::uint64_t> seed;
  std::filesystem::path seed_file;  ///< holds the seed; empty: `seed` counts
  std::filesystem::path json;       ///< results.json; empty: not written
  std::filesystem::path timings;    ///< timings.json; empty: not written
  std::filesystem::path mnist;      ///< folder of the IDX files, or "sample"; empty: find them
  bool no_mnist = false;
  std::string isolation = "landlock";              ///< at least this level
  std::string strongest_isolation = "namespaces";  ///< at most this level
  /// For a judge of a class's run: where results of known files are, and how many files to compile
  /// at a time (0: one for each processor).
  std::filesystem::path memory;
  unsigned threads = 0;
  std::filesystem::path out;     ///< folder of a class's run; empty: grade one submission
  std::filesystem::path roster;  ///< list of a class's students; empty: whoever has a folder
  unsigned jobs = 0;             ///< submissions of a class at a time; 0: one for each processor
  std::string engine = "local";  ///< where a class is graded: "local" or "slurm"
  std::vector<std::string> slurm_options;  ///< for sbatch
};
/// Grades one submission.
int grade(const GradeOptions& options);
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

struct CheckOptions {
  std::string what;  ///< slug, lab, or empty for all
  bool in_process = false;
};
int check(const CheckOptions& options);
/// Checks whatever is saved, until it is told to end.
int watch(const CheckOptions& options);

/// Where the student is, and what comes next.
int where_am_i();
/// What comes next alone.
int next();

struct HintOptions {
  std::string slug;
  bool again = false;  ///< show those that were read, take no other one
};
int hint(const HintOptions& options);

/// What is known of a check, a known mistake or an anchor of the notes.
int explain(const std::string& what);

/// Opens the course notes at an exercise; an empty slug: at their first page.
int notes(const std::string& slug);

/// Puts the stub of an exercise back, and keeps what was there.
int reset(const std::string& slug);

struct ReplayOptions {
  std::string slug;  ///< may name the check as well: "tp1.softmax.shift"
  std::string idea;  ///< a check of the exercise; empty: the first that failed
  bool gdb = false;
};
/// Runs the input on which a check failed alone, under sanitizers or in a debugger.
int replay(const ReplayOptions& options);

struct SubmitOptions {
  std::string lab;                     ///< empty: all
  std::filesystem::path folder = ".";  ///< where archive and receipt go
  std::filesystem::path mnist;
  bool no_mnist = false;
};
/// Judges labs/ as the official run will, and packs it.
int submit(const SubmitOptions& options);

struct VerifyOptions {
  std::filesystem::path receipt;
  std::filesystem::path official;    ///< the report of another run; empty: what is here now
  std::filesystem::path submission;  ///< another folder than labs/
};
/// Says what differs between the run of a receipt and another one.
/// \return kFullMarks if nothing does
int verify(const VerifyOptions& options);

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

struct GraphOptions {
  std::string lab;
  std::filesystem::path submission;  ///< empty: the student's own labs
  std::filesystem::path out;         ///< the picture; empty: .gradus/graph-tp2.svg
  int hidden_layers = 1;
  bool relu = false;
};
/// Draws the graph that the student's classes build for a small network.
int graph(const GraphOptions& options);

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
