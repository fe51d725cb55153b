#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/results.hpp"
#include "toolchain/submission.hpp"

namespace gradus::loop {

/// What a run rested on and what came out of it, as a report or a receipt tells it.
struct Receipt {
  std::map<std::string, std::string> files;        ///< "tp1/softmax.cpp" -> SHA-256; may be empty
  std::map<std::string, std::string> fingerprint;  ///< "compiler" -> "GNU 12.2.0"
  std::map<std::string, std::string> outcomes;     ///< "tp1.softmax" -> "wrong, 2.5 / 4"
};

/// The file that `gradus submit` leaves with a student: the files' hashes, that of the archive, and
/// the whole report.
/// \param results_json the report's text
[[nodiscard]] std::string receipt_text(const toolchain::Submission& submission,
                                       const std::string& archive_sha256,
                                       const std::string& results_json);

/// Reads a receipt, or a results.json, which lists no files.
/// \throws std::runtime_error if the text is neither
[[nodiscard]] Receipt read_receipt(const std::string& text);

/// What a run would rest on, before it has any outcome.
[[nodiscard]] Receipt receipt_of(const toolchain::Submission& submission,
                                 const Fingerprint& fingerprint);

/// Something that is not the same in two runs.
struct Difference {
  std::string what;   ///< "compiler", "tp1/softmax.cpp"
  std::string first;  ///< empty: not there
  std::string second;
  std::string weight;  ///< what it can do to marks
};

/// The inputs that differ. Outcomes are compared by outcome_differences().
[[nodiscard]] std::vector<Difference> input_differences(const Receipt& first,
                                                        const Receipt& second);
/// The exercises that came out differently; those that only one run has are left out.
[[nodiscard]] std::vector<Difference> outcome_differences(const Receipt& first,
                                                          const Receipt& second);

}  // namespace gradus::loop
