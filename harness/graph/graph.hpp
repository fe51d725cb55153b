#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "graph/wire.hpp"
#include "protocol/array.hpp"

namespace gradus::graph {

/// The network that is built: small, and of sizes that tell every shape apart.
struct Setup {
  Index inputs = 5;
  Index units = 4;
  Index classes = 3;
  Index samples = 2;
  Index hidden_layers = 1;
  bool relu = false;
};

/// A value of the computation graph, whatever number of tensors are handles to it.
struct Node {
  Kind kind = Kind::kConstant;
  std::string name;  ///< of a parameter "W0", of what was computed the function "tanh"
  Shape shape;
  bool requires_grad = false;
  bool has_backward = false;
  bool has_gradient = false;
  bool finite_value = true;
  bool finite_gradient = true;
  int turn = 0;  ///< 1 for the first backward function that ran, 0 if it never did
};

/// Node `from` went into the computation of node `to`.
struct Link {
  std::size_t from = 0;
  std::size_t to = 0;
  bool listed = true;   ///< given to set_backward, and not only an argument of the call
  bool handed = false;  ///< the backward function of `to` handed a gradient to `from`
};

/// What a student's code has built, as its process tells: untrusted, but within bounds and with
/// texts that are harmless to show.
struct Graph {
  Setup setup;
  std::vector<std::string_view> stand_ins;  ///< exercises of which the reference was taken
  std::vector<Node> nodes;                  ///< in the order in which they were computed
  std::vector<Link> links;
  std::array<Outcome, kSteps> steps{};
  std::string said;  ///< slug or text of the exception, of the step that failed

  [[nodiscard]] Outcome outcome(Step step) const { return steps[static_cast<std::size_t>(step)]; }
};

}  // namespace gradus::graph
