#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace gradus::check {

/// What a student is told about a failed check, in the order in which it is shown.
struct Story {
  std::string input;     ///< the smallest input found, one "name = value" a line
  std::string expected;  ///< what a right answer looks like
  std::string got;       ///< what the student's code answered
  std::string why;       ///< what the difference means, and where to look; may be empty
};

/// Thrown by a check when the student's answer is wrong.
class Falsified : public std::runtime_error {
 public:
  explicit Falsified(Story story)
      : std::runtime_error("the student's answer is wrong"), story_(std::move(story)) {}
  [[nodiscard]] const Story& story() const { return story_; }

 private:
  Story story_;
};

}  // namespace gradus::check
