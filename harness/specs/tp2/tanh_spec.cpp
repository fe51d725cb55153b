#include <algorithm>
#include <cmath>
#include <numeric>
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

/// x and g, as they are drawn and shrunk.
Generator batch(Reals x = Reals::kOrdinary) {
  return Generator()
      .axis('r', 1, 6)
      .axis('n', std::vector<Index>{1, 2, 7})
      .reals("x", 'r', 'n', x)
      .reals("g", 'r', 'n', Reals::kUpstream);
}

Case story(const Array& x, bool requires_grad, const Array& g) {
  return Case({{"x", x, 'r', 'n'},
               {"requires_grad", scalar(requires_grad ? 1.0 : 0.0)},
               {"g", g, 'r', 'n'}});
}
Case constant(const Case& drawn) { return story(drawn["x"], false, drawn["g"]); }
Case variable(const Case& drawn) { return story(drawn["x"], true, drawn["g"]); }

/// y, gx, graph built, gradient of y, nodes left.
Answer run(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp2Tanh, c,
                    {c["x"].shape, kAnyShape, {1, 1}, kAnyShape, {1, 1}});
}
bool built(const Answer& a) { return a[2][0] != 0.0; }

Array forward(Trial& trial, const Array& x) {
  return run(trial, story(x, false, Array(x.shape, 1.0)))[0];
}

void expect_value(const Case& c, const Array& y, const std::string& why = {}) {
  expect_close(c, "tanh(x)", y, oracle::tanh(c["x"]), tolerance::tanh(), why);
}

void expect_right(const Case& c, const Answer& got, const std::string& why = {}) {
  expect_value(c, got[0], why);
  expect_arrived(c, {"x", got[1]}, built(got), oracle::tanh_gradient(c["x"], c["g"]),
                 tolerance::tanh_gradient(c["g"]), why);
}

void value(Trial& trial) {
  trial.for_all(batch(), [&](const Case& drawn) {
    const Case c = constant(drawn);
    expect_value(c, run(trial, c)[0]);
  });
}

void gradient(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        const Answer got = run(trial, c);
        expect_arrived(c, {"x", got[1]}, built(got));
        GradientQuestion question;
        question.f = on_arrays({c["x"].shape},
                               [](std::span<const Array> at) { return oracle::tanh(at[0]); });
        question.at = {{"x", c["x"]}};
        question.claimed = {got[1]};
        question.upstream = c["g"].values;
        question.usual_slope = 1.0;
        expect_gradient(c, question, "g * tanh(x), summed,", trial);
        expect_right(c, got);
      },
      30);
}

void linear(Trial& trial) {
  const auto ask = [&](const Case& c) {
    const Answer got = run(trial, c);
    const Array gx = arrived_or_zero(got[1], c["g"], c["x"].shape);
    expect_arrived(c, {"x", gx}, built(got));
    return std::vector<Array>{gx};
  };
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = variable(drawn);
        expect_linear(c, "g", ask(c), {"gradient of x"}, ask);
        expect_right(c, run(trial, c));
      },
      50);
}

void curve(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case c = constant(drawn);
        const Array& x = c["x"];
        const Array y = run(trial, c)[0];
        const double tolerance = tolerance::tanh();
        for (const double v : y.values) {
          expect(std::abs(v) <= 1.0 + tolerance, c, "values between -1 and 1",
                 "tanh(x) = " + describe(y));
        }
        Array negative = x;
        for (double& v : negative.values) v = -v;
        Array expected = y;
        for (double& v : expected.values) v = -v;
        expect_close(
            story(negative, false, c["g"]), "tanh(x)", forward(trial, negative), expected,
            2.0 * tolerance,
            "tanh(-x) is -tanh(x), and tanh of " + describe(x) + " was " + describe(y) + ".");
        std::vector<Index> order(x.values.size());
        std::iota(order.begin(), order.end(), Index{0});
        std::sort(order.begin(), order.end(), [&](Index a, Index b) { return x[a] < x[b]; });
        for (std::size_t i = 1; i < order.size(); ++i) {
          expect(y[order[i]] >= y[order[i - 1]] - 2.0 * tolerance, c,
                 "a larger value for a larger x",
                 describe(y[order[i - 1]]) + " at x = " + describe(x[order[i - 1]]) + ", but " +
                     describe(y[order[i]]) + " at x = " + describe(x[order[i]]));
        }
      },
      50);
}

void extreme(Trial& trial) {
  constexpr const char* kWhy =
      "exp(x) overflows for x above 709.78, and infinity divided by infinity is NaN. Far from 0 "
      "tanh is simply 1 or -1, with slope 0: nn::tanh and std::tanh know that.";
  trial.for_all(batch(Reals::kExtreme), [&](const Case& drawn) {
    const Case c = variable(drawn);
    expect_right(c, run(trial, c), kWhy);
  });
  trial.for_all(batch(Reals::kWide), [&](const Case& drawn) {
    const Case c = variable(drawn);
    expect_right(c, run(trial, c));
  });
}

void graph(Trial& trial) {
  trial.for_all(
      batch(),
      [&](const Case& drawn) {
        const Case without = constant(drawn);
        const Answer none = run(trial, without);
        expect_graph(without, built(none), false, "");
        expect_nothing(without, {"x", none[1]});
        const Case with = variable(drawn);
        const Answer got = run(trial, with);
        expect_graph(with, built(got), true, "x");
        expect_right(with, got);
        expect_freed(with, run(trial, with)[4]);
      },
      30);
}

void two_graphs(Trial& trial) {
  constexpr const char* kWhy =
      "Two graphs were built; we went back through the second, then twice through the first, then "
      "built that once more and went back: x1 receives its gradient three times. A node must carry "
      "all that it needs, however often it is asked, and hand its gradient on with "
      "accumulate_gradient, which adds up.";
  const Generator generator = Generator()
                                  .axis('r', 1, 4)
                                  .axis('n', std::vector<Index>{1, 2, 7})
                                  .axis('s', 1, 4)
                                  .axis('m', std::vector<Index>{1, 2, 7})
                                  .reals("x1", 'r', 'n')
                                  .reals("g1", 'r', 'n', Reals::kUpstream)
                                  .reals("x2", 's', 'm')
                                  .reals("g2", 's', 'm', Reals::kUpstream);
  trial.for_all(
      generator,
      [&](const Case& c) {
        const Answer got = trial.call(protocol::Operation::kTp2TanhTwice, c,
                                      {c["x1"].shape, kAnyShape, c["x2"].shape, kAnyShape});
        for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
          const std::string number = std::to_string(k + 1);
          const Array& x = c["x" + number];
          const Array& g = c["g" + number];
          expect_close(c, "tanh(x" + number + ")", got[2 * k], oracle::tanh(x), tolerance::tanh(),
                       kWhy);
          const double times = k == 0 ? 3.0 : 1.0;
          expect_arrived(c, {"x" + number, got[2 * k + 1]}, true,
                         scaled(oracle::tanh_gradient(x, g), times),
                         scaled(tolerance::tanh_gradient(g), times), kWhy);
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

const check::Spec& tp2_tanh() {
  static const Spec spec{
      "tp2.tanh",
      {
          {"value", "The result is tanh of each entry.", Kind::kValue, 50, &value},
          {"gradient", "The gradient of x is g times the slope that finite differences show.",
           Kind::kGradient, 40, &gradient},
          {"linear", "Twice the upstream gradient gives twice the gradient; zero gives zero.",
           Kind::kProperty, 20, &linear},
          {"curve", "tanh is odd, rising, and stays between -1 and 1.", Kind::kProperty, 15,
           &curve},
          {"extreme", "It is right for x of any size, and so is its gradient.", Kind::kRobust, 20,
           &extreme},
          {"graph", "The result is a node of the graph if x requires gradients, and only then.",
           Kind::kProperty, 20, &graph},
          {"pure", "It leaves x alone, and the same input gives the same answer.", Kind::kRobust,
           15, &pure},
          {"two_graphs", "Two graphs can exist at once, and go back in any order and number.",
           Kind::kRobust, 20, &two_graphs},
      }};
  return spec;
}

}  // namespace gradus::specs
