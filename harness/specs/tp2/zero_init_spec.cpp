#include <algorithm>
#include <string>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/trial.hpp"
#include "specs/init_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

struct Outcome {
  Case input;
  Array b;
  Array neighbour;
};

Outcome run(Trial& trial, Shape shape) {
  const Case c({{"rows", scalar(static_cast<double>(shape.rows))},
                {"cols", scalar(static_cast<double>(shape.cols))}});
  Answer answer = trial.call(protocol::Operation::kTp2ZeroInit, c, {shape, shape});
  return {c, std::move(answer.results[0]), std::move(answer.results[1])};
}

void expect_zeros(const Outcome& o) {
  expect_written(o.input, "b", o.b);
  expect_close(o.input, "b", o.b, Array(o.b.shape), 0.0);
}

void value(Trial& trial) {
  for (const Index rows : {3, 1, 10, 100}) expect_zeros(run(trial, {rows, 1}));
}

void shapes(Trial& trial) {
  for (const Shape shape : {Shape{1, 5}, Shape{3, 4}, Shape{4, 3}, Shape{10, 784}}) {
    expect_zeros(run(trial, shape));
  }
}

void neighbour(Trial& trial) {
  for (const Shape shape : {Shape{4, 1}, Shape{3, 2}}) {
    const Outcome o = run(trial, shape);
    expect_zeros(o);
    Array expected(shape);
    for (Index i = 0; i < expected.size(); ++i) expected[i] = static_cast<double>(i + 1);
    expect_close(o.input, "another parameter", o.neighbour, expected, 0.0,
                 "An initialiser writes into its argument, and into nothing else.");
  }
}

}  // namespace

const check::Spec& tp2_zero_init() {
  static const Spec spec{
      "tp2.zero_init",
      {
          {"value", "Every entry of the bias is 0, for whoever holds a handle to it.", Kind::kValue,
           70, &value},
          {"shapes", "Matrices of any shape become 0 throughout, and keep their shape.",
           Kind::kProperty, 15, &shapes},
          {"neighbour", "No other parameter changes.", Kind::kRobust, 15, &neighbour},
      }};
  return spec;
}

}  // namespace gradus::specs
