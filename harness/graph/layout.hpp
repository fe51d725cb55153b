#pragma once

#include <optional>
#include <vector>

#include "graph/graph.hpp"

namespace gradus::graph {

/// A rectangle of the picture, in pixels.
struct Box {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  [[nodiscard]] int right() const { return x + width; }
  [[nodiscard]] int bottom() const { return y + height; }
  [[nodiscard]] int centre() const { return x + width / 2; }
  [[nodiscard]] int middle() const { return y + height / 2; }
  bool operator==(const Box&) const = default;
};

/// How large the boxes of nodes are.
struct Sizes {
  int parameter_width = 0;
  int parameter_height = 0;
  int value_width = 0;
  int value_height = 0;
};

/// Where everything is.
struct Layout {
  std::vector<Box> boxes;         ///< by node
  std::vector<int> rows;          ///< by node; the n-th row holds the n-th value
  std::optional<Box> parameters;  ///< around all parameters
  std::optional<Box> forward;     ///< around what forward computed
  int right = 0;                  ///< of all boxes
  int bottom = 0;
};

/// Two columns: on the right the values in the order in which they were computed, each in a row of
/// its own; on the left the parameters, in the row where they are used first. So the way forward
/// always goes down, whatever the graph, and no two boxes ever overlap.
/// \param left,top where it begins
[[nodiscard]] Layout lay_out(const Graph& graph, const Sizes& sizes, int left, int top);

}  // namespace gradus::graph
