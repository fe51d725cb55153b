#include "diagnosis/transcript.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string_view>

#include "protocol/random.hpp"

namespace gradus::diagnosis {
namespace {

constexpr double kAgreement = 1e-9;
constexpr std::uint64_t kSpareBytes = 1024;
constexpr std::size_t kPerCheck = 200;
constexpr std::size_t kEnough = 1500;
constexpr std::uint64_t kMaxRounds = 8;
/// Each costs a new process, and says less than the one before.
constexpr int kMaxFailures = 20;

struct Asked {
  Question question;
  protocol::Reply reply;
};

/// Passes questions on and keeps them with their replies.
class Recorder : public sandbox::Subject {
 public:
  explicit Recorder(sandbox::Subject& subject) : subject_(subject) {}

  protocol::Reply call(const protocol::Request& request,
                       const sandbox::ReplyBounds& bounds) override {
    protocol::Reply reply = subject_.call(request, bounds);
    // Hostile replies are kept for a while: they must not be much larger than right ones.
    std::vector<Shape> shapes;
    for (const Array& a : reply.arrays) shapes.push_back(a.shape);
    asked_.push_back(
        {{request, {reply.arrays.size(), 2 * protocol::encoded_size(shapes) + kSpareBytes}},
         reply});
    return reply;
  }

  [[nodiscard]] std::vector<Asked>& asked() { return asked_; }

 private:
  sandbox::Subject& subject_;
  std::vector<Asked> asked_;
};

double largest_finite(const Array& a) {
  double largest = 0.0;
  for (const double x : a.values) {
    if (std::isfinite(x)) largest = std::max(largest, std::abs(x));
  }
  return largest;
}

/// At most kPerCheck questions of a check, evenly spread.
std::vector<Asked> some_of(const check::Check& c, std::string_view exercise,
                           sandbox::Subject& right, std::uint64_t seed) {
  Recorder recorder(right);
  const check::Result result = check::run(c, exercise, recorder, seed);
  if (result.verdict != Verdict::kPassed) {
    throw std::runtime_error("the reference solution fails " + std::string(exercise) + "." +
                             std::string(c.idea) + ": " + result.story.got);
  }
  auto& asked = recorder.asked();
  const std::size_t n = std::min(kPerCheck, asked.size());
  std::vector<Asked> some;
  for (std::size_t k = 0; k < n; ++k) some.push_back(std::move(asked[k * asked.size() / n]));
  return some;
}

/// Adds questions of every check, one of each in turn: what is wrong in a single check shows early,
/// and most suspects are cleared by a few questions.
void add_round(const check::Spec& spec, sandbox::Subject& right, std::uint64_t seed,
               Interview& all) {
  std::vector<std::vector<Asked>> of_checks;
  for (const check::Check& c : spec.checks) {
    of_checks.push_back(some_of(c, spec.exercise, right, seed));
  }
  for (std::size_t k = 0; k < kPerCheck; ++k) {
    for (std::vector<Asked>& of_check : of_checks) {
      if (k >= of_check.size()) continue;
      all.questions.push_back(std::move(of_check[k].question));
      all.right.push_back({std::move(of_check[k].reply), Verdict::kPassed, {}});
    }
  }
}

}  // namespace

Interview interview(const check::Spec& spec, sandbox::Subject& right, std::uint64_t seed) {
  Interview all;
  for (std::uint64_t round = 0; round < kMaxRounds && all.questions.size() < kEnough; ++round) {
    add_round(spec, right, seed_for(seed, "questions", round), all);
  }
  return all;
}

const Outcome* Transcript::ask(const std::vector<Question>& questions, std::size_t i) {
  if (i < outcomes_.size()) return &outcomes_[i];
  if (ended_) return nullptr;
  if (!subject_) subject_ = make_();
  Outcome outcome;
  try {
    outcome.reply = subject_->call(questions[i].request, questions[i].bounds);
    // The bounds are an upper limit only.
    if (outcome.is_value() && outcome.reply->arrays.size() != questions[i].bounds.arrays) {
      throw sandbox::SubjectFailure(Verdict::kBadReply, "it holds another number of arrays");
    }
  } catch (const sandbox::SubjectFailure& e) {
    outcome.reply.reset();
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

bool agree(double a, double b, double scale, double rounding) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  if (std::isinf(a) || std::isinf(b)) return a == b;
  return std::abs(a - b) <= kAgreement * scale + rounding;
}

bool agree(const Array& a, const Array& b, double rounding) {
  if (a.shape != b.shape) return false;
  const double scale = std::max(largest_finite(a), largest_finite(b));
  return std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                    [&](double x, double y) { return agree(x, y, scale, rounding); });
}

bool agree(const Outcome& a, const Outcome& b, const Question& question) {
  if (!a.reply || !b.reply) {
    return !a.reply && !b.reply && a.failure == b.failure && a.text == b.text;
  }
  return a.reply->status == b.reply->status && a.reply->text == b.reply->text &&
         std::equal(a.reply->arrays.begin(), a.reply->arrays.end(), b.reply->arrays.begin(),
                    b.reply->arrays.end(),
                    [rounding = rounding_of(question)](const Array& x, const Array& y) {
                      return agree(x, y, rounding);
                    });
}

double rounding_of(const Question& question) {
  double largest = 0.0;
  for (const Array& a : question.request.arrays) largest = std::max(largest, largest_finite(a));
  const double rounding = 64.0 * std::numeric_limits<double>::epsilon() * (1.0 + largest);
  return largest < 1e300 ? rounding : 0.0;
}

}  // namespace gradus::diagnosis
