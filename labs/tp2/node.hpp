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
  std::vector<Tensor> inputs;
  BackwardFunction backward;
};

/// A value of the computation graph.
struct Node {
  Node(nn::Matrix value, bool wants_gradient);
  ~Node();
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  [[nodiscard]] bool is_leaf() const { return !links.backward; }

  nn::Matrix data;
  bool requires_grad;
  GradientSum gradient;
  Links links;

  /// The run of backward() in which this node still waits for gradients; runs count from 1.
  std::uint64_t waiting_in_run = 0;

  /// For parameters: no entry of `data` exceeds it in size. Infinite if that is not known.
  double size_bound = std::numeric_limits<double>::infinity();
};

/// The run of backward() that is going on in this thread; 0 if none is.
[[nodiscard]] std::uint64_t current_run();

}  // namespace tp2
