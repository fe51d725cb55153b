#include "graph/list.hpp"

#include <algorithm>

#include "graph/findings.hpp"
#include "graph/words.hpp"
#include "report/story.hpp"

namespace gradus::graph {
namespace {

std::string padded(std::string_view text, std::size_t width) {
  std::string all(text);
  all.resize(std::max(all.size(), width), ' ');
  return all;
}

/// A node and, below it, what its backward function did for each of its inputs.
std::string entry(const Graph& graph, const std::vector<std::string>& names, std::size_t i,
                  const std::string& number) {
  const Node& node = graph.nodes[i];
  std::string out = "  " + number + equation(graph, names, i) + "   " + shape_and_role(node) + "\n";
  for (const Link& link : graph.links) {
    if (link.to != i) continue;
    const Node& from = graph.nodes[link.from];
    out += "       " + padded(names[link.from], 10) + "  " + text(from.shape) +
           (link.handed                   ? ", receives a gradient"
            : !from.requires_grad         ? ", wants no gradient"
            : node.kind == Kind::kStopped ? ""
            : !link.listed                ? ", is not listed in set_backward"
            : !was_called(graph)          ? ", requires gradients"
                                          : ", receives no gradient") +
           "\n";
  }
  return out;
}

}  // namespace

std::string list(const Graph& graph) {
  const std::vector<std::string> all = names(graph);
  std::string out = "The graph that your tp2 builds\n" + text(graph.setup) + "\n\n";
  for (int i = 0; i < kSteps; ++i) {
    const auto step = static_cast<Step>(i);
    out += "  " + padded(text(graph.outcome(step)), 13) + code(step, graph.setup) + "\n";
  }
  if (!graph.stand_ins.empty()) out += "\n" + report::wrap(stand_ins(graph), "", "");

  std::vector<std::size_t> visited;
  std::string others;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].turn > 0) {
      visited.push_back(i);
    } else if (is_computed(graph.nodes[i])) {
      others += entry(graph, all, i, "-  ");
    }
  }
  std::stable_sort(visited.begin(), visited.end(), [&](std::size_t a, std::size_t b) {
    return graph.nodes[a].turn < graph.nodes[b].turn;
  });
  if (!visited.empty()) out += "\nIn the order in which backward visits it:\n";
  for (const std::size_t i : visited) {
    out += entry(graph, all, i, std::to_string(graph.nodes[i].turn) + ". ");
  }
  if (!others.empty()) {
    out += was_called(graph) ? "\nComputed, but not visited by backward:\n"
                             : "\nComputed, before it came to backward:\n";
    out += others;
  }

  const std::vector<Finding> missing = findings(graph);
  out += missing.empty() ? "\n" + std::string(kWhole) + "\n" : "\nWhat is missing:\n";
  for (std::size_t i = 0; i < missing.size(); ++i) {
    out += report::wrap(missing[i].says, "  !" + std::to_string(i + 1) + " ", "     ");
  }
  return out;
}

}  // namespace gradus::graph
