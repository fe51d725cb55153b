#pragma once

#include <optional>
#include <string>

#include "catalogue/exercise.hpp"
#include "score/results.hpp"

namespace gradus::judge {

/// What became of files that were judged before under the same conditions, so that of a class's
/// many identical files each is judged once.
class Memory {
 public:
  virtual ~Memory() = default;

  /// \param text the bytes of the student's file
  [[nodiscard]] virtual std::optional<ExerciseResult> recall(const Exercise& exercise,
                                                             const std::string& text) const = 0;
  /// What depends on how busy the machine is must not be kept: see is_lasting().
  virtual void keep(const Exercise& exercise, const std::string& text,
                    const ExerciseResult& result) = 0;
};

/// Whether another run of the same file would end alike, however busy the machine.
[[nodiscard]] bool is_lasting(const ExerciseResult& result);

}  // namespace gradus::judge
