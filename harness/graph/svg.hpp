#pragma once

#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace gradus::graph {

/// Text made harmless inside an SVG file: for XML `<` is no longer the start of anything, and what
/// XML has no place for is left out. It must have gone through report::visible().
[[nodiscard]] std::string escape(std::string_view text);

/// The graph as an SVG picture that stands alone: no script, nothing from elsewhere, light and dark
/// as the reader has chosen, and readable without colours.
[[nodiscard]] std::string svg(const Graph& graph);

}  // namespace gradus::graph
