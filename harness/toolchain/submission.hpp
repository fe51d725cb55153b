#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"

namespace gradus::toolchain {

/// One file of a submission, read once.
struct SourceFile {
  enum class State { kThere, kMissing, kRefused } state = State::kMissing;
  std::string text;
  std::string problem;  ///< why it was refused
};

/// There is nothing to grade at the given path: a wrong word on the command line, not our fault.
class SubmissionError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a student handed in: the files of the catalogue and nothing else.
///
/// Contract headers and given code are never taken from a submission: the grader uses its own. Ones
/// that were changed are named in `changed`, so that the student learns why they had no effect.
struct Submission {
  std::filesystem::path root;                            ///< the folder that holds tp1, tp2, ...
  std::map<std::string, SourceFile, std::less<>> files;  ///< by slug
  std::vector<std::string> changed;                      ///< given files that differ from ours
  std::string hash;                                      ///< SHA-256 of all files that were taken

  /// Finds and reads the files of these labs.
  ///
  /// \param path a folder that holds tp1/ and tp2/, or a clone that holds them under labs/; for a
  ///             single lab also the folder with its files themselves
  /// \param given our own labs folder, to compare with
  /// \throws SubmissionError if the path is no folder or holds none of the files
  [[nodiscard]] static Submission read(const std::filesystem::path& path,
                                       std::span<const Lab* const> labs,
                                       const std::filesystem::path& given);
};

/// Larger files are refused: no solution needs a tenth of it.
inline constexpr std::uintmax_t kMaxSourceSize = std::uintmax_t{256} << 10;

}  // namespace gradus::toolchain
