#pragma once

#include <functional>
#include <utility>

#include "sandbox/subject.hpp"

namespace gradus::test {

/// A subject that answers as the test says, in this process.
class FakeSubject : public sandbox::Subject {
 public:
  using Answer = std::function<protocol::Reply(const protocol::Request&)>;

  explicit FakeSubject(Answer answer) : answer_(std::move(answer)) {}

  protocol::Reply call(const protocol::Request& request, const sandbox::ReplyBounds&) override {
    ++calls_;
    return answer_(request);
  }
  [[nodiscard]] std::string printed() const override { return "printed"; }
  [[nodiscard]] int calls() const { return calls_; }

 private:
  Answer answer_;
  int calls_ = 0;
};

/// The reply of a worker whose function returned that, and left its arguments alone.
inline protocol::Reply result(const protocol::Request& request, Array value) {
  protocol::Reply reply;
  reply.arrays = {std::move(value)};
  reply.arrays.insert(reply.arrays.end(), request.arrays.begin(), request.arrays.end());
  return reply;
}

}  // namespace gradus::test
