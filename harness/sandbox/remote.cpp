#include "sandbox/remote.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <span>
#include <stdexcept>
#include <string_view>
#include <sys/random.h>
#include <sys/socket.h>
#include <system_error>
#include <utility>

#include "sandbox/reply_reader.hpp"

namespace gradus::sandbox {
namespace {

using namespace std::chrono_literals;

/// How long a worker whose channel has closed may take to die before it is killed.
constexpr auto kLastWords = 500ms;
constexpr std::size_t kMaxPrinted = std::size_t{16} << 10;

std::uint64_t draw_nonce() {
  // Many at a time: a call for each would take longer than many an answer.
  thread_local std::array<std::uint64_t, 32> drawn;
  thread_local std::size_t used = drawn.size();
  if (used == drawn.size()) {
    if (::getrandom(drawn.data(), sizeof drawn, 0) != sizeof drawn) {
      throw std::system_error(errno, std::generic_category(), "getrandom");
    }
    used = 0;
  }
  return drawn[used++];
}

std::string seconds(std::chrono::milliseconds t) {
  const auto tenths = (t.count() + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

/// It was linked from what the student's file made of the compiler, and there it is.
[[noreturn]] void cannot_be_executed(const std::string& why) {
  throw SubjectFailure(
      Verdict::kCrashed,
      "the program cannot be started, because of something unusual in your file (" + why + ")");
}

/// Adds the time until it goes out of scope, however that happens.
class Stopwatch {
 public:
  explicit Stopwatch(std::chrono::nanoseconds& sum) : sum_(sum) {}
  ~Stopwatch() { sum_ += Clock::now() - start_; }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  std::chrono::nanoseconds& sum_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

/// One request on its way out and one reply on its way in, under one deadline.
class Remote::Exchange {
 public:
  enum class State { kWaiting, kReplied, kHungUp, kMalformed };

  Exchange(Process& process, const protocol::Request& request, const ReplyBounds& bounds,
           std::uint64_t nonce = draw_nonce())
      : process_(process),
        head_(protocol::encode_head(request, nonce)),
        blob_(std::as_bytes(std::span(request.blob))),
        reader_(nonce, bounds) {}

  State run(Clock::time_point deadline) {
    // Whatever already lies in the channel was sent before it was asked for.
    std::byte early{};
    if (::recv(process_.channel(), &early, 1, MSG_DONTWAIT | MSG_PEEK) > 0) {
      return malformed("it had sent something before it was asked");
    }
    State state = send();
    while (state == State::kWaiting) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
      if (left < 0) break;
      const short events = sent_ < to_send() ? POLLIN | POLLOUT : POLLIN;
      std::array<pollfd, 3> watched = {pollfd{process_.channel(), events, 0},
                                       pollfd{process_.out(), POLLIN, 0},
                                       pollfd{process_.err(), POLLIN, 0}};
      ::poll(watched.data(), watched.size(), static_cast<int>(std::min<long>(left + 1, 1000)));
      if (watched[1].revents != 0 || watched[2].revents != 0) process_.drain();
      if ((watched[0].revents & (POLLIN | POLLHUP | POLLERR)) != 0) state = receive();
      if (state == State::kWaiting && (watched[0].revents & POLLOUT) != 0) state = send();
    }
    return state;
  }

  [[nodiscard]] protocol::Reply& reply() { return reply_; }
  [[nodiscard]] const std::string& complaint() const { return complaint_; }

 private:
  State malformed(std::string complaint) {
    complaint_ = std::move(complaint);
    return State::kMalformed;
  }

  [[nodiscard]] std::size_t to_send() const { return head_.size() + blob_.size(); }

  /// What is still to be sent of a part that begins after `offset` bytes.
  [[nodiscard]] std::span<const std::byte> rest_of(std::span<const std::byte> part,
                                                   std::size_t offset) const {
    return part.subspan(std::clamp(sent_, offset, offset + part.size()) - offset);
  }

  State send() {
    for (const std::span<const std::byte> part :
         {rest_of(head_, 0), rest_of(blob_, head_.size())}) {
      if (part.empty()) continue;
      const ssize_t n =
          ::send(process_.channel(), part.data(), part.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (n >= 0) sent_ += static_cast<std::size_t>(n);
      if (n != static_cast<ssize_t>(part.size())) break;
    }
    // A worker that is gone is noticed by receive(), which may still find its last reply.
    return State::kWaiting;
  }

  State receive() {
    for (;;) {
      const auto room = reader_.room();
      const ssize_t n = ::recv(process_.channel(), room.data(), room.size(), MSG_DONTWAIT);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0 && errno == EAGAIN) return State::kWaiting;
      if (n <= 0) return State::kHungUp;
      reader_.filled(static_cast<std::size_t>(n));
      if (!reader_.complaint().empty()) return malformed(reader_.complaint());
      if (reader_.complete()) return finish();
    }
  }

  State finish() {
    if (sent_ < to_send()) return malformed("it came before the question was read");
    std::byte surplus{};
    if (::recv(process_.channel(), &surplus, 1, MSG_DONTWAIT | MSG_PEEK) > 0) {
      return malformed("more bytes follow it");
    }
    auto reply = reader_.reply();
    if (!reply) return malformed(reader_.complaint());
    reply_ = std::move(*reply);
    return State::kReplied;
  }

  Process& process_;
  std::vector<std::byte> head_;
  std::span<const std::byte> blob_;
  std::size_t sent_ = 0;
  ReplyReader reader_;
  protocol::Reply reply_;
  std::string complaint_;
};

Remote::Remote(Command worker, TimeLimits time, Limits limits)
    : worker_(std::move(worker)), time_(time), limits_(limits) {}

Remote::~Remote() = default;

protocol::Reply Remote::call(const protocol::Request& request, const ReplyBounds& bounds) {
  using protocol::Status;
  if (closed_) {
    throw SubjectFailure(Verdict::kUnfinished, "not tried, since an earlier check took too long");
  }
  std::optional<protocol::Reply> reply;
  for (int i = 0; i < time_.attempts && !reply; ++i) reply = attempt(request, bounds);
  if (!reply) {
    closed_ = true;
    throw SubjectFailure(Verdict::kTimedOut, "no answer within " + seconds(time_.call) +
                                                 (time_.attempts > 1 ? ", twice in a row" : ""));
  }
  switch (reply->status) {
    case Status::kNotStarted:
      throw SubjectFailure(Verdict::kNotStarted, "the stub is still there");
    case Status::kOutOfMemory:
      throw SubjectFailure(Verdict::kOutOfMemory, "it asked for more memory than the limit");
    case Status::kException:
    case Status::kValue:
      break;
  }
  return std::move(*reply);
}

std::optional<protocol::Reply> Remote::attempt(const protocol::Request& request,
                                               const ReplyBounds& bounds) {
  if (spent_ >= time_.budget) {
    closed_ = true;
    throw SubjectFailure(Verdict::kUnfinished, "the exercise's " + seconds(time_.budget) +
                                                   " for all checks together are used up");
  }
  // Starting a worker and waiting for the end of one that died count too.
  const Stopwatch watch(spent_);
  if (!process_) start();
  Exchange exchange(*process_, request, bounds);
  switch (exchange.run(Clock::now() + time_.call)) {
    case Exchange::State::kReplied:
      return std::move(exchange.reply());
    case Exchange::State::kHungUp:
      died();
    case Exchange::State::kMalformed:
      bad_reply(exchange.complaint());
    case Exchange::State::kWaiting:
      break;
  }
  stop();
  return std::nullopt;
}

void Remote::start() {
  try {
    process_ = std::make_unique<Process>(worker_, limits_, Process::Channel::kSocket);
  } catch (const NotExecutable& e) {
    cannot_be_executed(e.what());
  }
}

std::string Remote::printed() const {
  std::string all = printed_;
  if (process_) all += process_->output() + process_->errors();
  return all.substr(0, kMaxPrinted);
}

void Remote::stop() {
  process_->kill();
  printed_ = printed();
  process_.reset();
}

void Remote::died() {
  const bool ended = process_->wait_until(Clock::now() + kLastWords);
  const End end = process_->kill();
  if (!ended && end.kind == End::Kind::kSignalled && end.code == SIGKILL) {
    bad_reply("it closed the channel and went on");
  }
  const std::string errors = process_->errors();
  stop();
  if (end.kind == End::Kind::kNeverStarted) {
    // Nothing of the worker has run: these words are bubblewrap's own.
    constexpr std::string_view kNotExecutable = "bwrap: execvp ";
    if (errors.starts_with(kNotExecutable)) cannot_be_executed(errors);
    throw std::runtime_error("the isolation does not start: " + errors);
  }
  if (end.kind == End::Kind::kSignalled && end.code == SIGXCPU) {
    closed_ = true;
    throw SubjectFailure(Verdict::kTimedOut, "it used up its processor time");
  }
  if (end.kind == End::Kind::kExited) {
    throw SubjectFailure(Verdict::kCrashed, "the program ended by itself (exit status " +
                                                std::to_string(end.code) +
                                                ") instead of returning from the function");
  }
  throw SubjectFailure(Verdict::kCrashed, "the program " + end.describe());
}

void Remote::bad_reply(const std::string& what) {
  stop();
  throw SubjectFailure(Verdict::kBadReply, "the reply cannot be used: " + what);
}

}  // namespace gradus::sandbox
