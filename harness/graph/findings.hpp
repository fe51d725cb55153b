#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "graph/graph.hpp"

namespace gradus::graph {

/// Something that keeps the graph from being whole.
struct Finding {
  std::string says;                 ///< what, why, and the next step
  std::optional<std::size_t> node;  ///< where
};

/// What is missing in a graph, causes before effects; nothing if it is whole.
[[nodiscard]] std::vector<Finding> findings(const Graph& graph);

/// The exercise whose stub stopped it; nullptr if none did.
[[nodiscard]] const Exercise* unfinished(const Graph& graph);

}  // namespace gradus::graph
