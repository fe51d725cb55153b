#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "check/check.hpp"
#include "diagnosis/finding.hpp"
#include "sandbox/verdict.hpp"

/// Everything that a run found out, as plain data: reports are made from it and from nothing else.
namespace gradus {

struct CheckResult {
  std::string slug;  ///< "tp1.softmax.shift"
  std::string claim;
  check::Kind kind = check::Kind::kValue;
  Verdict verdict = Verdict::kUnfinished;
  Points points = 0;
  Points out_of = 0;
  int cases = 0;
  check::Story story;                       ///< empty when passed
  std::optional<check::FailedCase> failed;  ///< for replaying at home; not part of a report
};

struct ExerciseResult {
  std::string slug;
  std::string title;
  std::string file;
  std::string notes;
  Verdict verdict = Verdict::kUnfinished;
  Points points = 0;
  Points out_of = 0;
  std::string message;  ///< why there is no worker: missing file, compiler errors
  std::string advice;   ///< the compiler's warnings
  std::string printed;  ///< what the student's code printed
  std::vector<CheckResult> checks;
  diagnosis::Finding finding;  ///< why it failed, as far as that is known
};

struct MnistResult {
  std::string slug;
  std::string title;
  Verdict verdict = Verdict::kUnfinished;
  Points points = 0;
  Points out_of = 0;
  std::string message;             ///< why it was not run, or what went wrong
  std::string data;                ///< "MNIST", or what stood in for it
  std::vector<double> accuracies;  ///< on the test images, one a run
  double threshold = 0.0;
};

struct LabResult {
  std::string name;
  std::string title;
  Points points = 0;
  Points out_of = 0;
  std::vector<ExerciseResult> exercises;
  std::optional<MnistResult> mnist;  ///< nothing if it was not asked for
};

/// What has to be the same for the same marks to come out.
struct Fingerprint {
  std::string submission;  ///< SHA-256 of the files that were taken
  std::string harness;     ///< version
  std::string compiler;
  std::string flags;
  std::string arch;  ///< GRADUS_ARCH of the kit's kernels
  std::string cpu;
  std::string isolation;
  std::string seed;  ///< the number itself if it is the public one, otherwise a commitment to it
};

/// How long a part took. Kept apart from the results, which are the same in every run.
struct Timing {
  std::string what;  ///< "compile", "tp1.softmax", "tp1.mnist"
  double seconds = 0.0;
};

struct Results {
  Fingerprint fingerprint;
  std::vector<std::string> remarks;  ///< about the whole submission: given files that were changed
  std::vector<LabResult> labs;
  std::vector<Timing> timings;

  [[nodiscard]] Points points() const;
  [[nodiscard]] Points out_of() const;
  /// \return the lab of that name, or nullptr
  [[nodiscard]] const LabResult* lab(std::string_view name) const;
  /// Some part could not be judged by our own fault: these marks must not be used.
  [[nodiscard]] bool harness_failed() const;
};

}  // namespace gradus
