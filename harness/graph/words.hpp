#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

/// How the picture, the list and the findings call things: as a student would write them.
namespace gradus::graph {

/// The name of every node: "x", "W0", "y1" for the first that was computed, "logits" for what
/// nll takes, "loss" for what it returns.
[[nodiscard]] std::vector<std::string> names(const Graph& graph);

/// Whether a function was called to make it.
[[nodiscard]] bool is_computed(const Node& node);

/// The file that holds a function of TP2, "labs/tp2/tanh.cpp"; empty for any other.
[[nodiscard]] std::string file_of(const std::string& function);

/// "y1 = affine_transform(W0, b0, x)"; the bare name of what was computed from nothing.
[[nodiscard]] std::string equation(const Graph& graph, const std::vector<std::string>& names,
                                   std::size_t node);

/// "4 x 5".
[[nodiscard]] std::string text(const Shape& shape);

/// "1st", "2nd", "3rd", "4th".
[[nodiscard]] std::string ordinal(int number);

/// "W0, b0 and x".
[[nodiscard]] std::string listing(const std::vector<std::string>& words);

/// The line of code that a step runs: "loss.backward();".
[[nodiscard]] std::string code(Step step, const Setup& setup);

/// "done", "stopped", "not reached".
[[nodiscard]] std::string_view text(Outcome outcome);

/// "5 inputs, 1 hidden layer of 4 units (tanh), 3 classes; 2 samples, one in each column".
[[nodiscard]] std::string text(const Setup& setup);

/// Said where nothing is missing.
inline constexpr std::string_view kWhole =
    "Nothing is missing: a gradient has reached every parameter.";

/// Which exercises are not the student's own in this graph, and why; nothing if all are.
[[nodiscard]] std::string stand_ins(const Graph& graph);

/// "4 x 2, requires gradients".
[[nodiscard]] std::string shape_and_role(const Node& node);

/// Whether it came to backward(), even if that threw.
[[nodiscard]] bool was_called(const Graph& graph);

/// What backward() has done with a node: "backward: 2nd of 4".
[[nodiscard]] std::string way_back(const Graph& graph, const Node& node);

/// Whether a node that requires gradients has received none, although backward() was called.
[[nodiscard]] bool is_missed(const Graph& graph, const Node& node);

/// Characters, not bytes.
[[nodiscard]] std::size_t letters(std::string_view text);

}  // namespace gradus::graph
