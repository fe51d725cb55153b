#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "nn/matrix.hpp"
#include "tp2/gradient_sum.hpp"
#include "tp2/tensor.hpp"

/// \file
/// Given code only: what is behind a Tensor.

namespace tp2 {

/// What keeps the rest of the graph alive: where a node came from, and the way back.
struct Links {
  std::vector<Tensor> inputs;  ///< What the node was computed from; none for a leaf.
  BackwardFunction backward;   ///< Takes the upstream gradient on to them; empty for a leaf.
};

/// A value of the computation graph.
struct Node {
  /// A leaf.
  Node(nn::Matrix value, bool wants_gradient);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  /// Whether it was computed from nothing.
  [[nodiscard]] bool is_leaf() const { return !links.backward; }

  nn::Matrix data;       ///< The value.
  bool requires_grad;    ///< Whether gradients flow into it.
  GradientSum gradient;  ///< The sum of those that have arrived.
  Links links;           ///< Where it came from.

  /// The run of backward() in which this node still waits for gradients; runs count from 1.
  std::uint64_t waiting_in_run = 0;

  /// For parameters: no entry of `data` exceeds it in size. Infinite if that is not known.
  double size_bound = std::numeric_limits<double>::infinity();
};

/// The run of backward() that is going on in this thread; 0 if none is.
[[nodiscard]] std::uint64_t current_run();

}  // namespace tp2
