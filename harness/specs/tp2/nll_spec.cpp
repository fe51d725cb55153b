#include <cmath>
#include <string>
#include <vector>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/gradient.hpp"
#include "check/oracle.hpp"
#include "check/tolerance.hpp"
#include "check/trial.hpp"
#include "specs/gradient_check.hpp"
#include "specs/node_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

/// logits, golds and g, as they are drawn and shrunk.
Generator batch(Reals logits = Reals::kOrdinary, Index fewest = 1) {
  return Generator()
      .axis('c', fewest, 12)
      .axis('n', std::vector<Index>{1, 2, 7})
      .reals("logits", 'c', 'n', logits)
      .index("golds", 'c', 'n')
      .reals("g", kNoAxis, Reals::kUpstream);
}

Case story(const Array& logits, const Array& golds, bool requires_grad, const Array& g) {
  return Case({{"logits", logits, 'c', 'n'},
               {"golds", golds, 'n', kNoAxis, 'c'},
               {"requires_grad", scalar(requires_grad ? 1.0 : 0.0)},
               {"g", g}});
}
Case constant(const Case& drawn) {
  return story(drawn["logits"], drawn["golds"], false, drawn["g"]);
}
Case variable(const Case& drawn) {
  return story(drawn["logits"], drawn["golds"], true, drawn["g"]);
}

std::vector<Index> classes(const Array& golds) {
  std::vector<Index> indices;
  for (const double k : golds.values) indices.push_back(static_cast<Index>(k));
  return indices;
}

/// loss, gradient, graph built, gradient of the loss, nodes left.
Answer run(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp2Nll, c,
                    {{1, 1}, kAnyShape, {1, 1}, kAnyShape, {1, 1}});
}
bool built(const Answer& a) { return a[2][0] != 0.0; }

void expect_value(const Case& c, const Array& loss, const std::string& why = {}) {
  const auto golds = classes(c["golds"]);
  expect_close(c, "nll(logits, golds)", loss, scalar(oracle::nll(c["logits"], golds)),
               tolerance::nll(c["logits"], golds), why);
}

void expect_gradient_of_logits(const Case& c, const Array& got, bool built,
                               const std::string& why = {}) {
  expect_arrived(c, {"logits", got}, built,
                 oracle::nll_gradient(c["logits"], classes(c["golds"]), c["g"][0]),
                 tolerance::nll_gradient(c["logits"], c["g"][0]), why);
}

void expect_right(const Case& c, const Answer& got, const std::string& why = {}) {
  expect_value(c, got[0], why);
  expect_gradient_of_logits(c, got[1], built(got), why);
}

void value(Trial& trial) {
  trial.for_all(batch(), [&](const Case& drawn) {
    const Case c = constant(drawn);
    expect_value(c, run(trial, c)[0], "It is the mean over the columns.");
  });
}

void gradient(Trial& trial) {
  trial.for_all(
      batch(Reals::kOrdinary, 2),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        const Answer got = run(trial, c);
        expect_arrived(c, {"logits", got[1]}, built(got));
        GradientQuestion question;
        question.f = on_arrays({c["logits"].shape},
                               [golds = classes(c["golds"])](std::span<const Array> at) {
                                 return scalar(oracle::nll(at[0], golds));
                               });
        question.at = {{"logits", c["logits"]}};
        question.claimed = {got[1]};
        question.upstream = c["g"].values;
        question.usual_slope = 1.0;
        expect_gradient(c, question, "g * nll(logits, golds)", trial);
        expect_right(c, got);
      },
      30);
}

void mean(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        const Index n = c["logits"].cols();
        double sum = 0.0;
        Array gradients(c["logits"].shape);
        for (Index k = 0; k < n; ++k) {
          const Case one = story(sample(c["logits"], k), scalar(c["golds"][k]), true, c["g"]);
          const Answer got = run(trial, one);
          expect_right(one, got);
          sum += got[0][0];
          for (Index i = 0; i < gradients.rows(); ++i) gradients(i, k) = got[1][i];
        }
        for (double& x : gradients.values) x /= static_cast<double>(n);
        const Answer got = run(trial, c);
        constexpr const char* kWhy =
            "Each column alone is right. A batch of n columns is their mean: the sum over n, "
            "forward "
            "and backward.";
        expect_close(c, "nll(logits, golds)", got[0], scalar(sum / static_cast<double>(n)),
                     2.0 * tolerance::nll(c["logits"], classes(c["golds"])), kWhy);
        Array tolerance = tolerance::nll_gradient(c["logits"], c["g"][0]);
        for (double& t : tolerance.values) t *= 2.0;
        expect_arrived(c, {"logits", got[1]}, built(got), gradients, tolerance, kWhy);
      },
      40);
}

void shift(Trial& trial) {
  const Generator generator = batch(Reals::kOrdinary, 2).reals("shift", 'n');
  trial.for_all(
      generator,
      [&](const Case& drawn) {
        Array shifted = drawn["logits"];
        for (Index k = 0; k < shifted.cols(); ++k) {
          for (Index i = 0; i < shifted.rows(); ++i) shifted(i, k) += drawn["shift"][k];
        }
        const Case c = variable(drawn.with("logits", shifted));
        expect_right(c, run(trial, c),
                     "Adding one number to all logits of a column (here " +
                         describe(drawn["shift"]) + ") must change neither loss nor gradient.");
      },
      50);
}

void linear(Trial& trial) {
  const auto ask = [&](const Case& c) {
    const Answer got = run(trial, c);
    const Array gradient = arrived_or_zero(got[1], c["g"], c["logits"].shape);
    expect_arrived(c, {"logits", gradient}, built(got));
    return std::vector<Array>{gradient};
  };
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        expect_linear(c, "g", ask(c), {"gradient of logits"}, ask);
        expect_right(c, run(trial, c));
      },
      40);
}

void extreme(Trial& trial) {
  constexpr const char* kWhy =
      "exp(x) overflows for x above 709.78, and underflows to 0 below -745. Shift the logits of "
      "each column so that its largest is 0, and take the logarithm on paper first.";
  trial.for_all(batch(Reals::kOrdinary, 2), [&](const Case& drawn) {
    Array scaled = drawn["logits"];
    for (double& x : scaled.values) x *= 3000.0;
    const Case c = variable(drawn.with("logits", scaled));
    expect_right(c, run(trial, c), kWhy);
  });
  // One logit of each column 730 above the others: exp of that is infinite, and exp of its negative
  // has lost most of its digits.
  trial.for_all(batch(Reals::kOrdinary, 2), [&](const Case& drawn) {
    Array logits = drawn["logits"];
    for (Index k = 0; k < logits.cols(); ++k) logits(k % logits.rows(), k) += 730.0;
    const Case c = variable(drawn.with("logits", logits));
    expect_right(c, run(trial, c), kWhy);
  });
}

void graph(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case without = constant(drawn);
        const Answer none = run(trial, without);
        expect_graph(without, built(none), false, "");
        expect_nothing(without, {"logits", none[1]});
        const Case with = variable(drawn);
        const Answer got = run(trial, with);
        expect_graph(with, built(got), true, "logits");
        expect_right(with, got);
        expect_freed(with, run(trial, with)[4]);
      },
      30);
}

void two_graphs(Trial& trial) {
  constexpr const char* kWhy =
      "Between building this graph and going back, the caller used its array of gold classes for "
      "something else, and built a second graph; logits1 is gone back to three times. A node needs "
      "a copy of its own, by value, and hands its gradient on with accumulate_gradient, which adds "
      "up.";
  const Generator generator = Generator()
                                  .axis('c', 2, 6)
                                  .axis('n', std::vector<Index>{1, 2, 7})
                                  .axis('d', 2, 6)
                                  .axis('m', std::vector<Index>{1, 2, 7})
                                  .reals("logits1", 'c', 'n')
                                  .index("golds1", 'c', 'n')
                                  .reals("g1", kNoAxis, Reals::kUpstream)
                                  .reals("logits2", 'd', 'm')
                                  .index("golds2", 'd', 'm')
                                  .reals("g2", kNoAxis, Reals::kUpstream);
  trial.for_all(
      generator,
      [&](const Case& c) {
        const Answer got = trial.call(protocol::Operation::kTp2NllTwice, c, {kAnyShape, kAnyShape});
        for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
          const std::string number = std::to_string(k + 1);
          const Array& logits = c["logits" + number];
          const double g = c["g" + number][0];
          const double times = k == 0 ? 3.0 : 1.0;
          expect_arrived(c, {"logits" + number, got[k]}, true,
                         oracle::nll_gradient(logits, classes(c["golds" + number]), times * g),
                         tolerance::nll_gradient(logits, times * g), kWhy);
        }
      },
      40);
}

void pure(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        const Answer first = run(trial, c);
        expect_unchanged(c, first);
        if (built(first)) expect_upstream_kept(c, first[3], c["g"]);
        expect_right(c, first, "The same function was called with other sizes before.");
        expect_right(c, run(trial, c), "Asked again, the same input gave another answer.");
      },
      40);
}

}  // namespace

const check::Spec& tp2_nll() {
  static const Spec spec{
      "tp2.nll",
      {
          {"value", "It is the mean over the columns of log sum exp(x_i), minus x_gold.",
           Kind::kValue, 40, &value},
          {"gradient", "The gradient of the logits is the slope that finite differences show.",
           Kind::kGradient, 50, &gradient},
          {"mean", "A batch has the mean loss of its columns, and the gradient of that mean.",
           Kind::kProperty, 25, &mean},
          {"shift", "Adding one number to all logits of a column changes nothing.", Kind::kProperty,
           10, &shift},
          {"linear", "Twice the upstream gradient gives twice the gradient; zero gives zero.",
           Kind::kProperty, 15, &linear},
          {"extreme", "Logits of any size give the right loss and gradient.", Kind::kRobust, 25,
           &extreme},
          {"graph", "It is a node of the graph if the logits require gradients, only then.",
           Kind::kProperty, 15, &graph},
          {"pure", "It leaves its arguments alone, and the same input gives the same answer.",
           Kind::kRobust, 5, &pure},
          {"two_graphs", "Two graphs can exist at once; the array of golds may be gone by then.",
           Kind::kRobust, 15, &two_graphs},
      }};
  return spec;
}

}  // namespace gradus::specs
