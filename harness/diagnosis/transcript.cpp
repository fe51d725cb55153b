#include "diagnosis/transcript.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "protocol/random.hpp"

namespace gradus::diagnosis {
namespace {

constexpr double kAgreement = 1e-9;
constexpr std::size_t kPerCheck = 200;
constexpr std::size_t kEnough = 1500;
constexpr std::uint64_t kMaxRounds = 8;
/// Each costs a new process, and says less than the one before.
constexpr int kMaxFailures = 20;

/// Passes questions on and keeps them.
class Recorder : public sandbox::Subject {
 public:
  explicit Recorder(sandbox::Subject& subject) : subject_(subject) {}

  protocol::Reply call(const protocol::Request& request,
                       const sandbox::ReplyBounds& bounds) override {
    asked_.push_back({request, bounds});
    return subject_.call(request, bounds);
  }

  [[nodiscard]] std::vector<Question>& asked() { return asked_; }

 private:
  sandbox::Subject& subject_;
  std::vector<Question> asked_;
};

double largest_finite(const Array& a) {
  double largest = 0.0;
  for (const double x : a.values) {
    if (std::isfinite(x)) largest = std::max(largest, std::abs(x));
  }
  return largest;
}

/// Adds at most kPerCheck questions of each check, evenly spread.
void add_round(const check::Spec& spec, sandbox::Subject& right, std::uint64_t seed,
               std::vector<Question>& questions) {
  for (const check::Check& c : spec.checks) {
    Recorder recorder(right);
    const check::Result result = check::run(c, spec.exercise, recorder, seed);
    if (result.verdict != Verdict::kPassed) {
      throw std::runtime_error("the reference solution fails " + std::string(spec.exercise) + "." +
                               std::string(c.idea) + ": " + result.story.got);
    }
    auto& asked = recorder.asked();
    const std::size_t n = std::min(kPerCheck, asked.size());
    for (std::size_t k = 0; k < n; ++k) {
      questions.push_back(std::move(asked[k * asked.size() / n]));
    }
  }
}

}  // namespace

std::vector<Question> questions_of(const check::Spec& spec, sandbox::Subject& right,
                                   std::uint64_t seed) {
  std::vector<Question> questions;
  for (std::uint64_t round = 0; round < kMaxRounds && questions.size() < kEnough; ++round) {
    add_round(spec, right, seed_for(seed, "questions", round), questions);
  }
  return questions;
}

const Outcome* Transcript::ask(const std::vector<Question>& questions, std::size_t i) {
  if (i < outcomes_.size()) return &outcomes_[i];
  if (ended_) return nullptr;
  if (!subject_) subject_ = make_();
  Outcome outcome;
  try {
    outcome.reply = subject_->call(questions[i].request, questions[i].bounds);
  } catch (const sandbox::SubjectFailure& e) {
    outcome.failure = e.verdict();
    outcome.text = e.what();
    ended_ = e.ends_exercise() || ++failures_ == kMaxFailures;
  }
  outcomes_.push_back(std::move(outcome));
  return &outcomes_.back();
}

const std::vector<Outcome>& Transcript::ask_all(const std::vector<Question>& questions) {
  for (std::size_t i = outcomes_.size(); i < questions.size(); ++i) {
    if (ask(questions, i) == nullptr) break;
  }
  return outcomes_;
}

bool agree(double a, double b, double scale) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= kAgreement * scale;
}

bool agree(const Array& a, const Array& b) {
  if (a.shape != b.shape) return false;
  const double scale = std::max(largest_finite(a), largest_finite(b));
  return std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                    [scale](double x, double y) { return agree(x, y, scale); });
}

bool agree(const Outcome& a, const Outcome& b) {
  if (!a.reply || !b.reply) {
    return !a.reply && !b.reply && a.failure == b.failure && a.text == b.text;
  }
  return a.reply->status == b.reply->status && a.reply->text == b.reply->text &&
         std::equal(a.reply->arrays.begin(), a.reply->arrays.end(), b.reply->arrays.begin(),
                    b.reply->arrays.end(),
                    [](const Array& x, const Array& y) { return agree(x, y); });
}

}  // namespace gradus::diagnosis
