#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "protocol/message.hpp"
#include "sandbox/subject.hpp"

/// What a version of an exercise answers to a fixed list of questions.
namespace gradus::diagnosis {

struct Question {
  protocol::Request request;
  sandbox::ReplyBounds bounds;  ///< as many arrays as the right reply has, and not much larger ones
};

/// What became of one question: a reply (a value or an exception), or the way it failed.
struct Outcome {
  std::optional<protocol::Reply> reply;
  Verdict failure = Verdict::kPassed;  ///< meaningful if there is no reply
  std::string text;                    ///< how it failed: "was ended by signal 11"

  [[nodiscard]] bool is_value() const { return reply && reply->status == protocol::Status::kValue; }
  [[nodiscard]] bool is_exception() const {
    return reply && reply->status == protocol::Status::kException;
  }
};

/// Makes a fresh subject: a process in which nothing has been asked yet.
using MakeSubject = std::function<std::unique_ptr<sandbox::Subject>()>;

/// Questions, and what a right version answered to each.
struct Interview {
  std::vector<Question> questions;
  std::vector<Outcome> right;
};

/// What the checks of an exercise ask: a part of the questions of each check, one of each check in
/// turn; several times over with other inputs if the checks ask little.
///
/// Found out by running the checks on a right version, so that nothing depends on the student.
/// \throws std::runtime_error if a check fails on that version
[[nodiscard]] Interview interview(const check::Spec& spec, sandbox::Subject& right,
                                  std::uint64_t seed);

/// Answers to the questions, one after the other.
class Transcript {
 public:
  explicit Transcript(MakeSubject make) : make_(std::move(make)) {}

  /// \return what became of question i; nothing if the transcript ended earlier
  /// \pre i is the number of the first question that was not asked yet, or smaller
  const Outcome* ask(const std::vector<Question>& questions, std::size_t i);

  /// Asks all questions, up to the first that times out or the last of many that fail.
  const std::vector<Outcome>& ask_all(const std::vector<Question>& questions);

 private:
  MakeSubject make_;
  std::unique_ptr<sandbox::Subject> subject_;
  std::vector<Outcome> outcomes_;
  int failures_ = 0;
  bool ended_ = false;
};

/// Whether two numbers agree as two ways to compute the same do: to a relative 1e-9 of the largest
/// number beside them, or to `rounding`. NaN agrees with NaN, an infinity with itself.
[[nodiscard]] bool agree(double a, double b, double scale, double rounding = 0.0);

/// Two arrays of the same shape whose entries agree.
[[nodiscard]] bool agree(const Array& a, const Array& b, double rounding = 0.0);

/// The same values, the same exception, or the same way to fail.
/// \param question that both answered: rounding errors are as large as its numbers, not as the
/// answer
[[nodiscard]] bool agree(const Outcome& a, const Outcome& b, const Question& question);

/// A difference between two answers that rounding explains: \f$ 64 \mathrm{EPS} (1 + |x|) \f$ for
/// the largest number x of the question; 0 if that is near the largest there is.
[[nodiscard]] double rounding_of(const Question& question);

}  // namespace gradus::diagnosis
