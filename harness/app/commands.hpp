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
  std::filesystem::path json;     ///< results.json; empty: not written
  std::filesystem::path timings;  ///< timings.json; empty: not written
  std::filesystem::path mnist;    ///< folder of the IDX files, or "sample"; empty: find them
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

/// Shows whether this machine has what grading needs, and what to do if not.
int doctor();

/// Finds or fetches MNIST. \return kFullMarks if it is there, kPointsLost if only the sample is
int fetch_mnist();

}  // namespace gradus::app
