#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
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

/// Which of W, b and x require gradients.
using Mask = std::array<bool, 3>;
constexpr Mask kNone = {false, false, false};
constexpr Mask kAll = {true, true, true};
constexpr double kEps = std::numeric_limits<double>::epsilon();
constexpr std::array<const char*, 3> kNames = {"W", "b", "x"};

/// W, b, x and g, as they are drawn and shrunk. Lengths repeat often, since a mistake may show only
/// where dimensions differ, or only where W and b have equal shapes.
Generator layer(Reals x = Reals::kOrdinary) {
  return Generator()
      .axis('o', std::vector<Index>{1, 2, 3, 5, 8})
      .axis('i', std::vector<Index>{1, 2, 3, 5, 8})
      .axis('n', std::vector<Index>{1, 2, 7})
      .reals("W", 'o', 'i')
      .reals("b", 'o')
      .reals("x", 'i', 'n', x)
      .reals("g", 'o', 'n', Reals::kUpstream);
}

Generator layer_of_mnist() {
  return Generator()
      .axis('o', 10, 10)
      .axis('i', 784, 784)
      .axis('n', 1, 1)
      .reals("W", 'o', 'i')
      .reals("b", 'o')
      .reals("x", 'i', 'n')
      .reals("g", 'o', 'n', Reals::kUpstream);
}

Case story(const Case& drawn, const Mask& mask) {
  Array flags({3, 1});
  for (Index i = 0; i < 3; ++i) flags[i] = mask[static_cast<std::size_t>(i)] ? 1.0 : 0.0;
  return Case({{"W", drawn["W"], 'o', 'i'},
               {"b", drawn["b"], 'o'},
               {"x", drawn["x"], 'i', 'n'},
               {"requires_grad of W, b, x", flags},
               {"g", drawn["g"], 'o', 'n'}});
}

/// y, gW, gb, gx, graph built, gradient of y, nodes left.
Answer run(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp2Affine, c,
                    {c["g"].shape, kAnyShape, kAnyShape, kAnyShape, {1, 1}, kAnyShape, {1, 1}});
}
bool built(const Answer& a) { return a[4][0] != 0.0; }

void expect_value(const Case& c, const Array& y, const std::string& why = {}) {
  expect_close(c, "W x + b", y, oracle::affine(c["W"], c["b"], c["x"]),
               tolerance::affine(c["W"], c["b"], c["x"]), why);
}

/// The gradients of W, b and x, in this order.
std::array<Array, 3> in_order(oracle::AffineGradient gradient) {
  return {std::move(gradient.W), std::move(gradient.b), std::move(gradient.x)};
}

void expect_gradients(const Case& c, const Answer& got, const Mask& mask,
                      const std::string& why = {}) {
  const auto expected = in_order(oracle::affine_gradient(c["W"], c["x"], c["g"]));
  const auto tolerance = in_order(tolerance::affine_gradient(c["W"], c["x"], c["g"]));
  for (std::size_t i = 0; i < mask.size(); ++i) {
    const Arrival arrival{kNames[i], got[i + 1]};
    if (mask[i]) {
      expect_arrived(c, arrival, built(got), expected[i], tolerance[i], why);
    } else {
      expect_nothing(c, arrival);
    }
  }
}

void expect_right(const Case& c, const Answer& got, const std::string& why = {}) {
  expect_value(c, got[0], why);
  expect_gradients(c, got, kAll, why);
}

/// The three gradients, all of which must have arrived.
std::vector<Array> gradients(Trial& trial, const Case& c) {
  const Answer got = run(trial, c);
  std::vector<Array> arrived;
  for (std::size_t i = 0; i < 3; ++i) {
    arrived.push_back(arrived_or_zero(got[i + 1], c["g"], c[kNames[i]].shape));
    expect_arrived(c, {kNames[i], arrived[i]}, built(got));
  }
  return arrived;
}

void value(Trial& trial) {
  const auto right = [&](const Case& drawn) {
    const Case c = story(drawn, kNone);
    expect_value(c, run(trial, c)[0], "b is added to every column of W x.");
  };
  trial.for_all(layer(), right);
  trial.for_all(layer_of_mnist(), right, 2);
}

void gradient(Trial& trial) {
  trial.for_all(
      layer(),
      [&](const Case& drawn) {
        const Case c = story(drawn, kAll);
        GradientQuestion question;
        question.claimed = gradients(trial, c);
        question.f = on_arrays(
            {c["W"].shape, c["b"].shape, c["x"].shape},
            [](std::span<const Array> at) { return oracle::affine(at[0], at[1], at[2]); });
        question.at = {{"W", c["W"]}, {"b", c["b"]}, {"x", c["x"]}};
        question.upstream = c["g"].values;
        question.noise = tolerance::network_noise({{c["W"]}, {c["b"]}}, c["x"], c["g"]);
        expect_gradient(c, question, "g * (W x + b), summed,", trial);
      },
      30);
  trial.for_all(layer(), [&](const Case& drawn) {
    const Case c = story(drawn, kAll);
    expect_right(c, run(trial, c));
  });
}

Case column_of(const Case& drawn, Index k) {
  return drawn.with("x", sample(drawn["x"], k)).with("g", sample(drawn["g"], k));
}

void add(Array& to, const Array& what) {
  for (Index i = 0; i < to.size(); ++i) to[i] += what[i];
}

/// The columns of several batches, one after the other.
Array side_by_side(std::initializer_list<const Array*> batches) {
  Array all({(*batches.begin())->rows(), 0});
  for (const Array* batch : batches) {
    all.shape.cols += batch->cols();
    all.values.insert(all.values.end(), batch->values.begin(), batch->values.end());
  }
  return all;
}

void batch(Trial& trial) {
  trial.for_all(
      layer(),
      [&](const Case& drawn) {
        const Case c = story(drawn, kAll);
        Array sum_W(c["W"].shape);
        Array sum_b(c["b"].shape);
        for (Index k = 0; k < c["x"].cols(); ++k) {
          const Case one = story(column_of(drawn, k), kAll);
          const Answer got = run(trial, one);
          expect_right(one, got);
          add(sum_W, got[1]);
          add(sum_b, got[2]);
        }
        const Answer got = run(trial, c);
        const auto tolerance = tolerance::affine_gradient(c["W"], c["x"], c["g"]);
        expect_arrived(
            c, {"W", got[1]}, built(got), sum_W, tolerance.W,
            "W meets every column of x, so its gradient is the sum of those of the single "
            "columns, each of which you have right.");
        expect_arrived(
            c, {"b", got[2]}, built(got), sum_b, tolerance.b,
            "b is added to every column, so its gradient is the sum of those of the single "
            "columns, each of which you have right.");
        expect_right(c, got);
      },
      60);
}

void linear(Trial& trial) {
  const auto ask = [&](const Case& c) { return gradients(trial, c); };
  trial.for_all(
      layer(),
      [&](const Case& drawn) {
        const Case c = story(drawn, kAll);
        expect_linear(c, "g", ask(c), {"gradient of W", "gradient of b", "gradient of x"}, ask);
        expect_right(c, run(trial, c));
      },
      40);
}

std::string askers(const Mask& mask) {
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (mask[i]) return kNames[i];
  }
  return "";
}

void masks(Trial& trial) {
  trial.for_all(
      layer(),
      [&](const Case& drawn) {
        for (unsigned bits = 0; bits < 8; ++bits) {
          const Mask mask = {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
          const Case c = story(drawn, mask);
          const Answer got = run(trial, c);
          expect_graph(c, built(got), bits != 0, askers(mask));
          expect_value(c, got[0]);
          expect_gradients(c, got, mask,
                           "It must not depend on which of the others require gradients.");
          expect_freed(c, run(trial, c)[6]);
        }
      },
      25);
}

void shared(Trial& trial) {
  constexpr const char* kWhy =
      "Two graphs were built on the same W and b; we went back through the second, then twice "
      "through the first, then built that once more and went back. A node must carry all that it "
      "needs, however often it is asked, and hand its gradients on with accumulate_gradient, which "
      "adds them up.";
  const Generator generator = Generator()
                                  .axis('o', std::vector<Index>{1, 2, 3, 5})
                                  .axis('i', std::vector<Index>{1, 2, 3, 5})
                                  .axis('n', std::vector<Index>{1, 2, 7})
                                  .axis('m', std::vector<Index>{1, 2, 7})
                                  .reals("W", 'o', 'i')
                                  .reals("b", 'o')
                                  .reals("x1", 'i', 'n')
                                  .reals("g1", 'o', 'n', Reals::kUpstream)
                                  .reals("x2", 'i', 'm')
                                  .reals("g2", 'o', 'm', Reals::kUpstream);
  trial.for_all(
      generator,
      [&](const Case& c) {
        const Answer got =
            trial.call(protocol::Operation::kTp2AffineTwice, c,
                       {c["g1"].shape, c["g2"].shape, kAnyShape, kAnyShape, kAnyShape, kAnyShape});
        const auto& W = c["W"];
        // Gradients that arrive one after the other add up as those of one batch do, in any order.
        const Array x = side_by_side({&c["x1"], &c["x1"], &c["x1"], &c["x2"]});
        const Array g = side_by_side({&c["g1"], &c["g1"], &c["g1"], &c["g2"]});
        const auto expected = oracle::affine_gradient(W, x, g);
        const auto tolerance = tolerance::affine_gradient(W, x, g);
        const Array three_g1 = scaled(c["g1"], 3.0);
        const auto first = oracle::affine_gradient(W, c["x1"], three_g1);
        const auto second = oracle::affine_gradient(W, c["x2"], c["g2"]);
        // Two additions more than there are in one gradient of x1.
        Array first_tolerance = tolerance::affine_gradient(W, c["x1"], three_g1).x;
        for (Index i = 0; i < first.x.size(); ++i) {
          first_tolerance[i] += 4.0 * kEps * std::abs(first.x[i]);
        }
        expect_close(c, "W x1 + b", got[0], oracle::affine(W, c["b"], c["x1"]),
                     tolerance::affine(W, c["b"], c["x1"]), kWhy);
        expect_close(c, "W x2 + b", got[1], oracle::affine(W, c["b"], c["x2"]),
                     tolerance::affine(W, c["b"], c["x2"]), kWhy);
        expect_arrived(c, {"W", got[2]}, true, expected.W, tolerance.W, kWhy);
        expect_arrived(c, {"b", got[3]}, true, expected.b, tolerance.b, kWhy);
        expect_arrived(c, {"x1", got[4]}, true, first.x, first_tolerance, kWhy);
        expect_arrived(c, {"x2", got[5]}, true, second.x,
                       tolerance::affine_gradient(W, c["x2"], c["g2"]).x, kWhy);
      },
      40);
}

void pure(Trial& trial) {
  trial.for_all(
      layer(),
      [&](const Case& drawn) {
        const Case c = story(drawn, kAll);
        const Answer first = run(trial, c);
        expect_unchanged(c, first);
        if (built(first)) expect_upstream_kept(c, first[5], c["g"]);
        expect_right(c, first, "The same function was called with other sizes before.");
        expect_right(c, run(trial, c), "Asked again, the same input gave another answer.");
      },
      40);
}

}  // namespace

const check::Spec& tp2_affine() {
  static const Spec spec{
      "tp2.affine",
      {
          {"value", "The result is W x + b, for each column of x.", Kind::kValue, 90, &value},
          {"gradient", "The gradients of W, b and x are the slopes that finite differences show.",
           Kind::kGradient, 120, &gradient},
          {"batch", "A batch gives W and b the sum of the gradients of its columns.",
           Kind::kProperty, 40, &batch},
          {"linear", "Twice the upstream gradient gives twice the gradients; zero gives zero.",
           Kind::kProperty, 30, &linear},
          {"masks", "Any of W, b and x may require gradients; if none does, no graph is built.",
           Kind::kProperty, 60, &masks},
          {"pure", "It leaves its arguments alone, and the same input gives the same answer.",
           Kind::kRobust, 30, &pure},
          {"shared", "W and b can serve two graphs: their gradients add up.", Kind::kRobust, 30,
           &shared},
      }};
  return spec;
}

}  // namespace gradus::specs
