#include "specs/gradient_check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "check/describe.hpp"
#include "check/expect.hpp"

namespace gradus::specs {
namespace {

using namespace check;

Array scaled(Array a, double factor) {
  for (double& x : a.values) x *= factor;
  return a;
}

}  // namespace

void expect_gradient(const Case& input, GradientQuestion question, const std::string& function,
                     const Trial& trial) {
  question.seed = trial.random("directions")();
  const GradientVerdict verdict = check_gradient(question);
  if (!verdict.failed()) return;
  if (verdict.fault != GradientFault::kDisagrees) {
    expect(false, input, "finite gradients, each of the shape of what it belongs to",
           "a fault in the gradient of " + verdict.where);
  }
  expect(false, input,
         "slope of " + function + " at " + verdict.where + ": " + describe(verdict.numeric) +
             " (finite differences)",
         "your gradient says " + describe(verdict.claimed),
         "A gradient is a slope: move one number a little, and see how much the result moves.");
}

void expect_linear(const Case& input, const std::string& upstream, const std::vector<Array>& answer,
                   const std::vector<std::string>& names,
                   const std::function<std::vector<Array>(const Case&)>& ask) {
  constexpr double kEps = std::numeric_limits<double>::epsilon();
  const Array& g = input[upstream];
  const Case doubled = input.with(upstream, scaled(g, -2.0));
  const Case none = input.with(upstream, Array(g.shape));
  const std::vector<Array> twice = ask(doubled);
  const std::vector<Array> zero = ask(none);
  for (std::size_t i = 0; i < answer.size(); ++i) {
    const Array expected = scaled(answer[i], -2.0);
    double largest = 0.0;
    for (const double x : expected.values) largest = std::max(largest, std::abs(x));
    // Doubling is exact, but a sum may be taken in another order where memory lies otherwise.
    expect_close(doubled, names[i], twice[i], expected, 16.0 * kEps * largest + 1e-300,
                 "With " + upstream + " = " + describe(g) + " your answer was " +
                     describe(answer[i]) + "; the upstream gradient is a factor of it.");
    expect_close(none, names[i], zero[i], Array(zero[i].shape), 0.0,
                 "If the loss does not depend on the result, nothing below has a gradient.");
  }
}

}  // namespace gradus::specs
