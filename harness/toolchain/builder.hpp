#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "sandbox/confinement.hpp"
#include "sandbox/workspace.hpp"
#include "toolchain/object_store.hpp"
#include "toolchain/recipe.hpp"
#include "toolchain/staged_parts.hpp"
#include "toolchain/submission.hpp"

namespace gradus::toolchain {

/// What became of one file or one program.
struct Built {
  std::filesystem::path file;  ///< the object or the program; empty if it was not made
  std::string errors;          ///< why not, in the student's terms, then the compiler's own words
  std::string advice;          ///< warnings: shown, never a lost point

  [[nodiscard]] bool ok() const { return !file.empty(); }
};

/// How a builder works.
struct Work {
  std::chrono::seconds time_limit{60};   ///< for one file, and for linking one program
  unsigned threads = 0;                  ///< files at a time; 0: one for each processor
  const ObjectStore* objects = nullptr;  ///< nothing: every file is compiled
};

/// Compiles a submission file by file and links each exercise into a program of its own.
///
/// A file that does not compile costs its own exercise: every other one is linked with reference
/// objects for what it needs. Compiler and linker run behind walls: they see the file, the given
/// headers and the objects that they are given, and write into a folder of the exercise's own.
class Builder {
 public:
  Builder(const Recipe& recipe, const Submission& submission,
          const sandbox::Confinement& confinement, const Work& work = {});

  /// Compiles the files of these exercises, several at a time.
  /// \throws std::exception if something other than a file is at fault, such as a full disk
  void compile(std::span<const Exercise* const> exercises);

  /// The object of an exercise that compile() has seen.
  [[nodiscard]] const Built& object(std::string_view slug) const;

  /// Links the worker of one exercise: the student's object, reference objects for what it needs,
  /// given code, the kit.
  [[nodiscard]] Built link_worker(const Exercise& exercise);
  /// The same as a program that runs the checks in its own process.
  [[nodiscard]] Built link_practice(const Exercise& exercise);

  /// Links the student's objects of a whole lab, and nothing of the reference, for the run on
  /// MNIST. Before that it looks for two files that define the same name, which the linker would
  /// settle in silence or in riddles.
  [[nodiscard]] Built link_worker(const Lab& lab);
  /// The same as the program behind `gradus train`.
  [[nodiscard]] Built link_trainer(const Lab& lab);
  /// The same as the program behind `gradus graph`, for which the reference may stand in.
  /// \param others exercises of which the reference is taken instead of the student's objects
  [[nodiscard]] Built link_grapher(const Lab& lab, const std::set<const Exercise*>& others);

 private:
  using Parts = std::vector<std::filesystem::path>;
  [[nodiscard]] Built compile(const Exercise& exercise) const;
  [[nodiscard]] Built run_compiler(const Exercise& exercise, const std::vector<std::string>& argv,
                                   const std::filesystem::path& job, Parts readable) const;
  [[nodiscard]] Built link_exercise(const Exercise& exercise, const Parts& parts);
  /// \param others exercises of which the reference is taken
  /// \param objects ours that belong to this program
  [[nodiscard]] Built link_lab(const Lab& lab, const std::set<const Exercise*>& others,
                               Parts objects, const Parts& parts,
                               const std::vector<std::string>& flags = {});
  /// \param own the student's objects
  /// \param objects ours that belong to this program
  /// \param parts ours that belong to every such program
  /// \param flags for its linker, beside those of every program
  [[nodiscard]] Built link(const std::string& name, const Parts& own, Parts objects,
                           const Parts& parts, const std::vector<std::string>& flags = {});
  [[nodiscard]] std::string clash(const Lab& lab, const std::set<const Exercise*>& others) const;
  /// The folder of what is made of an exercise or a lab: all that its compiler and linker may
  /// write.
  [[nodiscard]] std::filesystem::path job_folder(std::string_view name) const;
  /// Runs a compiler or linker in a job's folder.
  [[nodiscard]] sandbox::Outcome run(std::vector<std::string> argv,
                                     const std::filesystem::path& job, Parts readable) const;

  const Recipe& recipe_;
  const Submission& submission_;
  const sandbox::Confinement& confinement_;
  Work work_;
  std::string identity_;  ///< of all compilations, for their keys in the store
  sandbox::Workspace workspace_;
  StagedParts parts_;
  std::filesystem::path include_;
  std::map<std::string, std::filesystem::path, std::less<>> preludes_;  ///< by lab
  std::map<std::string, Built, std::less<>> objects_;
};

}  // namespace gradus::toolchain
