#include <string>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/oracle.hpp"
#include "check/tolerance.hpp"
#include "check/trial.hpp"
#include "specs/gradient_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

constexpr const char* kResult = "gradient of the logits";

Index gold(const Case& c) { return static_cast<Index>(c["gold"][0]); }

Answer backward(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp1BackwardNll, c, {c["logits"].shape});
}

Generator sample(Reals kind, Index fewest = 1) {
  return Generator()
      .axis('c', fewest, 16)
      .reals("logits", 'c', kind)
      .index("gold", 'c')
      .reals("g", kNoAxis, Reals::kUpstream);
}

void expect_right(const Case& c, const Array& got, const std::string& why = {}) {
  expect_close(c, kResult, got, oracle::nll_gradient(c["logits"], gold(c), c["g"][0]),
               tolerance::nll_gradient(c["logits"], c["g"][0]), why);
}

void value(Trial& trial) {
  trial.for_all(sample(Reals::kOrdinary),
                [&](const Case& c) { expect_right(c, backward(trial, c)[0]); });
}

void gradient(Trial& trial) {
  trial.for_all(
      sample(Reals::kOrdinary, 2),
      [&](const Case& c) {
        const Index k = gold(c);
        GradientQuestion question;
        question.f = on_arrays({c["logits"].shape}, [k](std::span<const Array> at) {
          return scalar(oracle::nll(at[0], k));
        });
        question.at = {{"logits", c["logits"]}};
        question.claimed = backward(trial, c).results;
        question.upstream = c["g"].values;
        question.usual_slope = 1.0;
        expect_gradient(c, question, "nll(logits, gold)", trial);
      },
      30);
}

void sum(Trial& trial) {
  trial.for_all(sample(Reals::kWide, 2), [&](const Case& c) {
    const Array got = backward(trial, c)[0];
    double total = 0.0;
    for (const double x : got.values) total += x;
    const double each = tolerance::nll_gradient(c["logits"], c["g"][0])[0];
    expect(close(total, 0.0, static_cast<double>(2 * got.size()) * each), c,
           "entries that add up to 0",
           std::string(kResult) + " = " + describe(got) + ", which adds up to " + describe(total),
           "Raising all logits together does not change the loss, so the slopes cancel.");
  });
}

void linear(Trial& trial) {
  trial.for_all(sample(Reals::kOrdinary), [&](const Case& c) {
    expect_linear(c, "g", backward(trial, c).results, {kResult},
                  [&](const Case& other) { return backward(trial, other).results; });
  });
}

void extreme(Trial& trial) {
  constexpr const char* kWhy =
      "exp(x) overflows for x above 709.78 here too. Use your own softmax, which is stable.";
  trial.for_all(sample(Reals::kOrdinary, 2), [&](const Case& c) {
    Array scaled = c["logits"];
    for (double& x : scaled.values) x *= 3000.0;
    const Case with = c.with("logits", scaled);
    expect_right(with, backward(trial, with)[0], kWhy);
  });
}

void pure(Trial& trial) {
  const Generator generator = Generator()
                                  .axis('c', std::vector<Index>{3, 16, 1, 5, 10})
                                  .reals("logits", 'c')
                                  .index("gold", 'c')
                                  .reals("g", kNoAxis, Reals::kUpstream);
  trial.for_all(generator, [&](const Case& c) {
    const Answer answer = backward(trial, c);
    expect_unchanged(c, answer);
    expect_right(c, answer[0], "The same function was called with other sizes before.");
  });
}

}  // namespace

const check::Spec& tp1_backward_nll() {
  static const Spec spec{
      "tp1.backward_nll",
      {
          {"value", "The gradient is g times softmax, minus g at the gold class.", Kind::kValue,
           110, &value},
          {"gradient", "It is the slope that finite differences of nll show.", Kind::kGradient, 60,
           &gradient},
          {"sum", "The entries add up to 0.", Kind::kProperty, 30, &sum},
          {"linear", "Twice the upstream gradient gives twice the gradient; zero gives zero.",
           Kind::kProperty, 40, &linear},
          {"extreme", "Logits of any size give a finite, right gradient.", Kind::kRobust, 40,
           &extreme},
          {"pure", "It leaves its argument alone, and sizes may change from call to call.",
           Kind::kRobust, 20, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
