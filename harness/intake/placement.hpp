#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "intake/upload.hpp"

namespace gradus::intake {

/// What is looked for in every upload.
struct Wanted {
  std::vector<const Lab*> labs;              ///< empty: every lab
  std::set<std::string, std::less<>> given;  ///< files of ours: "tp1/affine.cpp", "nn/rng.hpp"
};

/// A file that was taken for an exercise.
struct Taken {
  const Exercise* exercise = nullptr;
  std::string path;  ///< within the upload
  std::string text;
};

/// Which file of an upload is which exercise.
struct Placement {
  std::vector<Taken> taken;              ///< in the catalogue's order
  std::vector<const Exercise*> missing;  ///< of the labs asked for, else of those that it has
  std::vector<std::string> problems;     ///< what somebody has to decide
  std::vector<std::string> remarks;
  std::vector<std::string> unknown;  ///< paths of files that are neither exercises nor given
};

/// Takes a file for an exercise by the last two parts of its path, "tp1/softmax.cpp".
///
/// Where the path says labs/tp1/softmax.cpp, files of that name elsewhere do not count. Of two that
/// differ none is taken, unless the platform says which came later.
/// \throws Refusal for a file that is too large, and for names that differ only by case
[[nodiscard]] Placement place(const Upload& upload, const Wanted& wanted);

}  // namespace gradus::intake
