#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "catalogue/exercise.hpp"
#include "mnist/dataset.hpp"
#include "mnist/sources.hpp"
#include "sandbox/process.hpp"
#include "score/results.hpp"
#include "toolchain/builder.hpp"

namespace gradus::judge {

/// Trains a student's whole labs on MNIST and scores what they have learnt.
///
/// The images are disguised by a transform that is secret to the run, and test labels never leave
/// this process: the student's program gets training and dev data, then the test images alone.
class MnistRun {
 public:
  /// \param source where to look for the images; what it says is passed on to `say`
  /// \param seed of the run; the transform and the training seeds are derived from it
  /// \param say is told what is being done
  MnistRun(mnist::LoadOptions source, std::uint64_t seed, sandbox::Limits limits,
           const sandbox::Confinement& confinement, std::function<void(const std::string&)> say);

  /// One lab. It starts only if the value and gradient checks of every exercise passed: an accuracy
  /// is no proof of anything that those checks doubt.
  [[nodiscard]] MnistResult score(const Lab& lab, std::span<const ExerciseResult> exercises,
                                  toolchain::Builder& builder);

  /// Why something else than MNIST was used, if so.
  [[nodiscard]] const std::string& notice() const { return notice_; }

 private:
  void load();
  /// The accuracy that one training run reaches on the test images.
  double accuracy(const std::filesystem::path& worker, std::string_view lab,
                  std::uint64_t seed) const;

  mnist::LoadOptions source_;
  std::uint64_t seed_;
  sandbox::Limits limits_;
  const sandbox::Confinement& confinement_;
  std::function<void(const std::string&)> say_;
  std::optional<mnist::Split> data_;  ///< disguised
  std::string name_;
  bool sample_ = false;
  std::string notice_;
};

}  // namespace gradus::judge
