#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "check/case.hpp"
#include "check/failed_case.hpp"
#include "check/generator.hpp"
#include "check/story.hpp"
#include "sandbox/subject.hpp"

namespace gradus::check {

/// For a result whose shape the check judges by itself.
inline constexpr Shape kAnyShape{-1, -1};

/// What the student's function answered to one case.
struct Answer {
  std::vector<Array> results;  ///< as many as were expected, each of the expected shape
  std::string text;
  /// Names of the arguments that the call has changed, though it must not.
  std::vector<std::string> changed;

  [[nodiscard]] const Array& operator[](std::size_t i) const { return results[i]; }
};

/// A check at work: asks the subject, draws cases, and turns every way to be wrong into a Story.
class Trial {
 public:
  /// \param only the one input to try, instead of those that for_all() draws
  Trial(sandbox::Subject& subject, std::uint64_t seed, const FailedCase* only = nullptr)
      : subject_(subject), seed_(seed), only_(only) {}

  /// Asks the student's function for its answer to a case.
  ///
  /// \param expected shapes of the right answer; any other shape, and an exception, is a wrong one
  /// \throws Falsified, sandbox::SubjectFailure
  Answer call(protocol::Operation operation, const Case& input, const std::vector<Shape>& expected);

  /// As call(), but gives an exception of the student's code back as text: for inputs on which
  /// throwing is a right answer.
  /// \return the reply as it came, at most `bounds` large
  protocol::Reply ask(protocol::Operation operation, const Case& input,
                      const sandbox::ReplyBounds& bounds);

  /// Holds the body against `cases` inputs; a failing one is shrunk to the smallest that still
  /// fails, and run again: a second answer that is right means that the code is not deterministic.
  ///
  /// A crash is shrunk too. A time-out is not: it is thrown on at once.
  /// \throws Falsified with the story of the smallest input; sandbox::SubjectFailure
  void for_all(const Generator& generator, const std::function<void(const Case&)>& body,
               int cases = 100);

  /// A generator of random numbers for one purpose of this check.
  [[nodiscard]] Random random(std::string_view purpose) const {
    return Random(seed_for(seed_, purpose));
  }

  /// Inputs that were tried so far.
  [[nodiscard]] int cases() const { return cases_; }
  /// The input on which for_all() failed.
  [[nodiscard]] const std::optional<FailedCase>& failed() const { return failed_; }
  /// The input of the last call.
  [[nodiscard]] const Case& last_input() const { return last_input_; }

 private:
  sandbox::Subject& subject_;
  std::uint64_t seed_;
  const FailedCase* only_;
  int searches_ = 0;
  int cases_ = 0;
  std::optional<FailedCase> failed_;
  Case last_input_;
};

}  // namespace gradus::check
