#pragma once

#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace gradus::graph {

/// Said where nothing is missing.
inline constexpr std::string_view kWhole =
    "Nothing is missing: a gradient has reached every parameter.";

/// Which exercises are not the student's own in this graph, and why; nothing if all are.
[[nodiscard]] std::string stand_ins(const Graph& graph);

/// "4 x 2, requires gradients".
[[nodiscard]] std::string shape_and_role(const Node& node);

/// What backward() has done with a node: "backward: 2nd of 4".
[[nodiscard]] std::string way_back(const Graph& graph, const Node& node);

/// Whether a node that requires gradients has received none, although backward() was called.
[[nodiscard]] bool is_missed(const Graph& graph, const Node& node);

/// The graph as plain text, in the order in which backward() visits it: for a terminal, for a
/// screen reader.
[[nodiscard]] std::string list(const Graph& graph);

/// Characters, not bytes.
[[nodiscard]] std::size_t letters(std::string_view text);

}  // namespace gradus::graph
