#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "toolchain/recipe.hpp"
#include "toolchain/submission.hpp"
#include "toolchain/workspace.hpp"

namespace gradus::toolchain {

/// What became of one file or one program.
struct Built {
  std::filesystem::path file;  ///< the object or the program; empty if it was not made
  std::string errors;          ///< why not, in the student's terms, then the compiler's own words
  std::string advice;          ///< warnings: shown, never a lost point

  [[nodiscard]] bool ok() const { return !file.empty(); }
};

/// Compiles a submission file by file and links each exercise into a program of its own.
///
/// A file that does not compile costs its own exercise: every other one is linked with reference
/// objects for what it needs.
class Builder {
 public:
  Builder(const Recipe& recipe, const Submission& submission);

  /// Compiles the files of these exercises, several at a time.
  void compile(std::span<const Exercise* const> exercises);

  /// The object of an exercise that compile() has seen.
  [[nodiscard]] const Built& object(std::string_view slug) const;

  /// Links the worker (or the in-process program) of one exercise: the student's object, reference
  /// objects for what it needs, given code, the kit.
  [[nodiscard]] Built link_exercise(const Exercise& exercise, bool in_process = false) const;

  /// Links the student's objects of a whole lab, and nothing of the reference, for the run on MNIST.
  /// Before that it looks for two files that define the same name, which the linker would settle in
  /// silence or in riddles.
  [[nodiscard]] Built link_lab(const Lab& lab) const;

 private:
  [[nodiscard]] Built compile(const Exercise& exercise) const;
  [[nodiscard]] Built link(const std::string& name, std::vector<std::string> objects,
                           std::string_view lab, bool in_process) const;
  [[nodiscard]] std::string clash(const Lab& lab) const;

  const Recipe& recipe_;
  const Submission& submission_;
  Workspace workspace_;
  std::map<std::string, Built, std::less<>> objects_;
};

}  // namespace gradus::toolchain
