#pragma once

#include <chrono>
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
  /// \param time_limit for one file, and for linking one program
  Builder(const Recipe& recipe, const Submission& submission,
          std::chrono::seconds time_limit = std::chrono::seconds(60));

  /// Compiles the files of these exercises, several at a time.
  /// \throws std::exception if something other than a file is at fault, such as a full disk
  void compile(std::span<const Exercise* const> exercises);

  /// The object of an exercise that compile() has seen.
  [[nodiscard]] const Built& object(std::string_view slug) const;

  /// Links the worker of one exercise: the student's object, reference objects for what it needs,
  /// given code, the kit.
  [[nodiscard]] Built link_worker(const Exercise& exercise) const;
  /// The same as a program that runs the checks in its own process.
  [[nodiscard]] Built link_practice(const Exercise& exercise) const;

  /// Links the student's objects of a whole lab, and nothing of the reference, for the run on
  /// MNIST. Before that it looks for two files that define the same name, which the linker would
  /// settle in silence or in riddles.
  [[nodiscard]] Built link_worker(const Lab& lab) const;
  /// The same as the program behind `gradus train`.
  [[nodiscard]] Built link_trainer(const Lab& lab) const;

 private:
  [[nodiscard]] Built compile(const Exercise& exercise) const;
  using Parts = std::vector<std::filesystem::path>;
  [[nodiscard]] Built link_exercise(const Exercise& exercise, const Parts& parts) const;
  [[nodiscard]] Built link_lab(const Lab& lab, const std::filesystem::path& binding,
                               const Parts& parts) const;
  [[nodiscard]] Built link(const std::string& name, const Parts& objects, std::string_view lab,
                           const Parts& parts) const;
  [[nodiscard]] std::string clash(const Lab& lab) const;

  const Recipe& recipe_;
  const Submission& submission_;
  std::chrono::seconds time_limit_;
  Workspace workspace_;
  std::map<std::string, Built, std::less<>> objects_;
};

}  // namespace gradus::toolchain
