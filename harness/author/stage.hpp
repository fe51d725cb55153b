#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/exercise.hpp"
#include "sandbox/remote.hpp"

namespace gradus::author {

/// Plays versions of an exercise, under the limits of a grading.
class Stage {
 public:
  Stage(const Exercise& exercise, bool sanitized) : exercise_(exercise) {
    // A sanitizer reserves terabytes of addresses.
    if (sanitized) limits_.address_space = 0;
  }

  /// \param program of the bank
  [[nodiscard]] std::unique_ptr<sandbox::Subject> play(const std::filesystem::path& program,
                                                       std::string_view version) const {
    return std::make_unique<sandbox::Remote>(
        sandbox::Command{{program.string(), std::string(version)}},
        sandbox::TimeLimits{exercise_.call_limit, exercise_.budget}, limits_);
  }

  [[nodiscard]] const Exercise& exercise() const { return exercise_; }

 private:
  const Exercise& exercise_;
  sandbox::Limits limits_;
};

}  // namespace gradus::author
