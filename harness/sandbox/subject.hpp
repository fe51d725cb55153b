#pragma once

#include <chrono>
#include <stdexcept>
#include <string>

#include "protocol/message.hpp"
#include "sandbox/verdict.hpp"

namespace gradus::sandbox {

/// The student's code did not come back with a reply; the verdict says how.
class SubjectFailure : public std::runtime_error {
 public:
  SubjectFailure(Verdict verdict, const std::string& what)
      : std::runtime_error(what), verdict_(verdict) {}
  [[nodiscard]] Verdict verdict() const { return verdict_; }
  /// Nothing more can be asked of this subject: the exercise ends here.
  [[nodiscard]] bool ends_exercise() const {
    return verdict_ == Verdict::kNotStarted || verdict_ == Verdict::kTimedOut ||
           verdict_ == Verdict::kUnfinished || verdict_ == Verdict::kDidNotBuild ||
           verdict_ == Verdict::kHarnessError;
  }

 private:
  Verdict verdict_;
};

/// What the parent is ready to read back.
struct ReplyBounds {
  std::size_t arrays = 0;
  std::uint64_t bytes = 0;
};

/// One exercise under judgement: something that answers requests.
///
/// Two of them exist: Remote runs the student's code in a worker process; Direct calls it in this
/// very process, for a student under a debugger. Specs cannot tell which one they talk to.
class Subject {
 public:
  Subject() = default;
  virtual ~Subject() = default;
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  /// Runs one story.
  /// \return a reply with status kValue or kException
  /// \throws SubjectFailure for anything else
  virtual protocol::Reply call(const protocol::Request& request, const ReplyBounds& bounds) = 0;

  /// What the student's code has printed so far: shown, never parsed.
  [[nodiscard]] virtual std::string printed() const { return {}; }
};

}  // namespace gradus::sandbox
