#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "judge/memory.hpp"
#include "sandbox/confinement.hpp"
#include "score/results.hpp"
#include "toolchain/object_store.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::judge {

/// The seed of every run that is not given another one: the same for everybody, so that a student
/// sees at home what the official run sees, up to fresh numbers.
inline constexpr std::uint64_t kPublicSeed = 20260914;

/// In place of a folder of MNIST files: the sample of them that comes with Gradus.
inline constexpr std::string_view kSample = "sample";

/// What to judge, and how.
struct Order {
  std::filesystem::path submission;
  std::vector<const Lab*> labs;
  std::string only;  ///< slug of a single exercise; empty: all
  bool mnist = true;
  std::filesystem::path mnist_folder;  ///< where the IDX files are, or kSample; empty: find them
  std::uint64_t seed = kPublicSeed;
  unsigned threads = 0;      ///< files that are compiled at a time; 0: one for each processor
  Memory* memory = nullptr;  ///< nothing: every file is judged
  const toolchain::ObjectStore* objects = nullptr;  ///< nothing: every file is compiled
};

/// Told how far the run is, for a progress display. Nothing is decided by it.
struct Watcher {
  std::function<void(const std::string& what)> step = [](const std::string&) {};
  std::function<void(const ExerciseResult&)> exercise = [](const ExerciseResult&) {};
};

/// Judges one submission: builds, checks, trains on MNIST, scores. Once per process.
/// \param confinement what every compiler and every program of the student's is kept behind
/// \throws toolchain::SubmissionError if there is nothing to judge
[[nodiscard]] Results judge(const Order& order, const toolchain::Recipe& recipe,
                            const sandbox::Confinement& confinement, const Watcher& watcher);

}  // namespace gradus::judge
