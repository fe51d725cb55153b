#pragma once

#include <string>

#include "graph/graph.hpp"

namespace gradus::graph {

/// The graph as plain text, in the order in which backward() visits it: for a terminal, for a
/// screen reader.
[[nodiscard]] std::string list(const Graph& graph);

}  // namespace gradus::graph
