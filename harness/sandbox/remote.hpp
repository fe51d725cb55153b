#pragma once

#include <memory>
#include <optional>
#include <string>

#include "sandbox/process.hpp"
#include "sandbox/subject.hpp"

namespace gradus::sandbox {

/// How long a subject may take.
struct TimeLimits {
  std::chrono::milliseconds call{2000};     ///< for one request and its reply together
  std::chrono::milliseconds budget{60000};  ///< for all of them
  int attempts = 2;                         ///< how often a call that takes too long is tried
};

/// A Subject in a process of its own.
///
/// The worker may die at any request: the next one starts a new worker, so a property goes on
/// shrinking. A call that takes too long is tried once more, in a fresh worker; after the second
/// time the subject is closed and every further call fails with kUnfinished.
class Remote : public Subject {
 public:
  Remote(Command worker, TimeLimits time, Limits limits = {});
  ~Remote() override;

  protocol::Reply call(const protocol::Request& request, const ReplyBounds& bounds) override;
  [[nodiscard]] std::string printed() const override;

 private:
  class Exchange;
  /// \return nothing if the deadline passed
  std::optional<protocol::Reply> attempt(const protocol::Request& request,
                                         const ReplyBounds& bounds);
  void stop();
  /// \throws SubjectFailure if the worker is no program that can be started
  void start();
  [[noreturn]] void died();
  [[noreturn]] void bad_reply(const std::string& what);

  Command worker_;
  TimeLimits time_;
  Limits limits_;
  std::unique_ptr<Process> process_;
  std::chrono::nanoseconds spent_{0};
  std::string printed_;
  bool closed_ = false;
};

}  // namespace gradus::sandbox
