#include "classroom/grading.hpp"

#include <thread>
#include <vector>

namespace gradus::classroom {
namespace {

using gradebook::Gradebook;
using gradebook::Outcome;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr int kAttempts = 2;
constexpr auto kPause = 100ms;

/// Picks up what lies on the desk.
class Collector {
 public:
  Collector(Gradebook& book, const Desk& desk, const std::function<void(const Standing&)>& watch)
      : book_(book), desk_(desk), watch_(watch), waiting_(book.ungraded()) {
    standing_.all = waiting_.size();
  }

  [[nodiscard]] const std::vector<std::string>& waiting() const { return waiting_; }

  /// Keeps every report that is there.
  void collect() {
    std::vector<std::string> still;
    for (const std::string& submission : waiting_) {
      const Outcome outcome = desk_.has_report(submission) ? desk_.collect(submission) : Outcome{};
      if (outcome.results) {
        keep(submission, outcome);
      } else {
        still.push_back(submission);
      }
    }
    waiting_ = std::move(still);
  }

  /// Gives up on what is left: what is known of it is kept.
  void give_up() {
    for (const std::string& submission : waiting_) {
      Outcome outcome = desk_.collect(submission);
      if (outcome.failure.empty()) outcome.failure = "no judge came to an end with it";
      keep(submission, outcome);
    }
    waiting_.clear();
  }

 private:
  void keep(const std::string& submission, const Outcome& outcome) {
    book_.keep(submission, outcome);
    if (outcome.results) {
      desk_.clear(submission);
    } else {
      desk_.forget(submission);
    }
    ++standing_.done;
    standing_.left = std::chrono::duration_cast<std::chrono::seconds>(
        (Clock::now() - start_) / standing_.done * (standing_.all - standing_.done));
    watch_(standing_);
  }

  Gradebook& book_;
  const Desk& desk_;
  const std::function<void(const Standing&)>& watch_;
  std::vector<std::string> waiting_;
  Standing standing_;
  Clock::time_point start_ = Clock::now();
};

}  // namespace

void grade(Gradebook& book, const Desk& desk, Engine& engine,
           const std::function<void(const Standing&)>& watch) {
  Collector collector(book, desk, watch);
  desk.lay_out(book, collector.waiting());
  // A judge may have come to its end after the one who led the run was killed.
  collector.collect();
  for (int attempt = 0; attempt < kAttempts && !collector.waiting().empty(); ++attempt) {
    for (const std::string& submission : collector.waiting()) desk.forget(submission);
    engine.begin(collector.waiting());
    while (engine.is_working()) {
      std::this_thread::sleep_for(kPause);
      collector.collect();
    }
    collector.collect();
  }
  collector.give_up();
}

}  // namespace gradus::classroom
