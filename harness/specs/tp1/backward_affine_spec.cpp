#include "check/expect.hpp"
#include "check/gradient.hpp"
#include "check/oracle.hpp"
#include "check/tolerance.hpp"
#include "check/trial.hpp"
#include "specs/gradient_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

/// gW and gb.
Answer backward(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp1BackwardAffine, c, {c["W"].shape, c["b"].shape});
}

Generator layer(Reals g = Reals::kUpstream) {
  return Generator()
      .axis('o', 1, 12)
      .axis('i', 1, 12)
      .reals("W", 'o', 'i')
      .reals("b", 'o')
      .reals("x", 'i')
      .reals("g", 'o', g);
}

void expect_right(const Case& c, const Answer& got, const std::string& why = {}) {
  const auto expected = oracle::affine_gradient(c["W"], c["x"], c["g"]);
  const auto tolerance = tolerance::affine_gradient(c["W"], c["x"], c["g"]);
  expect_close(c, "gradient of W", got[0], expected.W, tolerance.W, why);
  expect_close(c, "gradient of b", got[1], expected.b, tolerance.b, why);
}

void value(Trial& trial) {
  const auto right = [&](const Case& c) {
    expect_right(c, backward(trial, c),
                 "W(i, j) changes y(i) alone, by x(j); b(i) changes y(i) alone, by 1.");
  };
  trial.for_all(layer(), right);
  const Generator mnist = Generator()
                              .axis('o', 10, 10)
                              .axis('i', 784, 784)
                              .reals("W", 'o', 'i')
                              .reals("b", 'o')
                              .reals("x", 'i')
                              .reals("g", 'o', Reals::kUpstream);
  trial.for_all(mnist, right, 2);
}

void gradient(Trial& trial) {
  trial.for_all(
      layer(),
      [&](const Case& c) {
        const Answer got = backward(trial, c);
        const Array& x = c["x"];
        GradientQuestion question;
        question.f = on_arrays({c["W"].shape, c["b"].shape}, [&](std::span<const Array> at) {
          return oracle::affine(at[0], at[1], x);
        });
        question.at = {{"W", c["W"]}, {"b", c["b"]}};
        question.claimed = got.results;
        question.upstream = c["g"].values;
        question.noise = tolerance::network_noise({{c["W"]}, {c["b"]}}, x, c["g"]);
        expect_gradient(c, question, "W x + b", trial);
      },
      30);
}

void linear(Trial& trial) {
  trial.for_all(layer(), [&](const Case& c) {
    expect_linear(c, "g", backward(trial, c).results, {"gradient of W", "gradient of b"},
                  [&](const Case& other) { return backward(trial, other).results; });
  });
}

void constant(Trial& trial) {
  const Generator generator =
      layer().reals("other W", 'o', 'i', Reals::kWide).reals("other b", 'o', Reals::kWide);
  trial.for_all(generator, [&](const Case& c) {
    const Case other({{"W", c["other W"], 'o', 'i'},
                      {"b", c["other b"], 'o'},
                      {"x", c["x"], 'i'},
                      {"g", c["g"], 'o'}});
    expect_right(other, backward(trial, other),
                 "The layer is linear in W and b, so their own values do not appear in their "
                 "gradients.");
  });
}

void pure(Trial& trial) {
  trial.for_all(layer(), [&](const Case& c) {
    const Answer first = backward(trial, c);
    expect_unchanged(c, first);
    expect_right(c, first);
    expect_right(c, backward(trial, c), "Asked again, the same input gave another answer.");
  });
}

}  // namespace

const check::Spec& tp1_backward_affine() {
  static const Spec spec{
      "tp1.backward_affine",
      {
          {"value", "The gradient of W is g x^T, that of b is g.", Kind::kValue, 160, &value},
          {"gradient", "It is the slope that finite differences of W x + b show.", Kind::kGradient,
           100, &gradient},
          {"linear", "Twice the upstream gradient gives twice the gradients; zero gives zero.",
           Kind::kProperty, 60, &linear},
          {"constant", "The gradients do not depend on the values of W and b.", Kind::kProperty, 40,
           &constant},
          {"pure", "It leaves its arguments alone, and the same input gives the same answer.",
           Kind::kRobust, 40, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
