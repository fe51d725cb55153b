#include "specs/node_check.hpp"

#include <algorithm>

#include "check/describe.hpp"

namespace gradus::specs {

using namespace check;

void expect_arrived(const Case& input, const Arrival& arrival, bool built) {
  const std::string& name = arrival.name;
  expect(
      built, input, "a result that is a node of the graph, since " + name + " requires gradients",
      "a result that requires no gradient", "Call set_backward on the result, as relu.cpp does.");
  expect(arrival.gradient.size() > 0, input, "a gradient of " + name,
         "no gradient has arrived at " + name,
         "The node's function hands it on with " + name +
             ".accumulate_gradient(...). It must hold " + name + " by value ([" + name +
             "], not [&]): it runs when your function has long "
             "returned, and " +
             name + " then stands for something else.");
}

void expect_arrived(const Case& input, const Arrival& arrival, bool built, const Array& expected,
                    const Array& tolerance, const std::string& why) {
  expect_arrived(input, arrival, built);
  expect_close(input, "gradient of " + arrival.name, arrival.gradient, expected, tolerance, why);
}

Array arrived_or_zero(const Array& gradient, const Array& upstream, Shape shape) {
  const bool nothing_upstream = std::all_of(upstream.values.begin(), upstream.values.end(),
                                            [](double g) { return g == 0.0; });
  return gradient.size() == 0 && nothing_upstream ? Array(shape) : gradient;
}

void expect_graph(const Case& input, bool built, bool wanted, const std::string& askers) {
  expect(built || !wanted, input, "a result that requires gradients, since " + askers + " does",
         "a result that requires none",
         "One input is enough: any_require_grad says whether there is one.");
  expect(wanted || !built, input, "a result that requires no gradient, since no input requires one",
         "a result that requires gradients",
         "A graph of constants keeps every one of them in memory, for gradients that nobody asks "
         "for. Call set_backward only if any_require_grad says so.");
}

void expect_nothing(const Case& input, const Arrival& arrival) {
  const auto& values = arrival.gradient.values;
  expect(std::all_of(values.begin(), values.end(), [](double x) { return x == 0.0; }), input,
         "no gradient of " + arrival.name + ", which requires none",
         "gradient of " + arrival.name + " = " + describe(arrival.gradient));
}

void expect_freed(const Case& input, const Array& nodes_left_again) {
  expect(nodes_left_again[0] <= 0.0, input, "no node in memory once nobody holds the result",
         describe(nodes_left_again[0]) + " more in memory after each call",
         "Something keeps them alive for ever, and memory fills up step by step. Most often the "
         "node's function holds the result itself: capture the inputs only, as relu.cpp does. Or "
         "it is kept in a static or global variable.");
}

void expect_upstream_kept(const Case& input, const Array& held, const Array& upstream) {
  expect_close(input, "the upstream gradient, after going back,", held, upstream, 0.0,
               "It belongs to the result, and whoever looks at it afterwards needs it as it was. "
               "Work on a copy.");
}

Array scaled(Array a, double factor) {
  for (double& x : a.values) x *= factor;
  return a;
}

Array sample(const Array& batch, Index column) {
  Array one({batch.rows(), 1});
  for (Index i = 0; i < batch.rows(); ++i) one[i] = batch(i, column);
  return one;
}

}  // namespace gradus::specs
