#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"

namespace gradus::app {

/// How the student's file is compiled into the program that runs checks in one process.
enum class PracticeBuild {
  kAsGraded,    ///< as for marks
  kSanitized,   ///< unoptimised, under AddressSanitizer and UndefinedBehaviorSanitizer
  kDebuggable,  ///< unoptimised, with all that a debugger wants to know
};

/// A program that holds the student's own code, or why there is none.
struct PracticeProgram {
  std::filesystem::path file;  ///< empty if it could not be built
  std::string errors;
};

/// Builds the in-process programs of exercises in labs/ and keeps them in .gradus/practice.
[[nodiscard]] std::vector<PracticeProgram> build_practice(
    const std::vector<const Exercise*>& exercises, PracticeBuild how);

}  // namespace gradus::app
