#include "graph/words.hpp"

#include <algorithm>
#include <set>

#include "catalogue/exercise.hpp"

namespace gradus::graph {
namespace {

std::string count(Index n, const std::string& what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

}  // namespace

std::vector<std::string> names(const Graph& graph) {
  std::vector<std::string> all;
  int computed = 0;
  int constants = 0;
  std::set<std::size_t> logits;
  for (const Link& link : graph.links) {
    if (graph.nodes[link.to].name == "nll") logits.insert(link.from);
  }
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    switch (node.kind) {
      case Kind::kInput:
        all.emplace_back("x");
        break;
      case Kind::kParameter:
        all.push_back(node.name.empty() ? "(no name)" : node.name);
        break;
      case Kind::kComputed:
        all.push_back(logits.contains(i) ? "logits" : "y" + std::to_string(++computed));
        break;
      case Kind::kLoss:
        all.emplace_back("loss");
        break;
      case Kind::kStopped:
        all.emplace_back("?");
        break;
      case Kind::kConstant:
        all.push_back("c" + std::to_string(++constants));
        break;
    }
  }
  return all;
}

std::string equation(const Graph& graph, const std::vector<std::string>& names, std::size_t node) {
  if (!is_computed(graph.nodes[node])) return names[node];
  std::string arguments;
  for (const Link& link : graph.links) {
    if (link.to == node) arguments += (arguments.empty() ? "" : ", ") + names[link.from];
  }
  if (graph.nodes[node].name == "nll") arguments += ", gold";
  return names[node] + " = " + graph.nodes[node].name + "(" + arguments + ")";
}

std::string file_of(const std::string& function) {
  if (function == "relu") return "labs/tp2/relu.cpp";
  for (const Exercise& e : find_lab("tp2")->exercises) {
    if (e.function == "tp2::" + function) return "labs/" + std::string(e.file);
  }
  return {};
}

bool is_computed(const Node& node) {
  return node.kind == Kind::kComputed || node.kind == Kind::kLoss || node.kind == Kind::kStopped;
}

std::string text(const Shape& shape) {
  return std::to_string(shape.rows) + " x " + std::to_string(shape.cols);
}

std::string ordinal(int number) {
  const bool teen = number % 100 / 10 == 1;
  const int last = teen ? 0 : number % 10;
  return std::to_string(number) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string listing(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? " and " : ", ";
    all += words[i];
  }
  return all;
}

std::string code(Step step, const Setup& setup) {
  switch (step) {
    case Step::kConstruct:
      return "DeepNetwork network(" + std::to_string(setup.inputs) + ", " +
             std::to_string(setup.classes) + ", " + std::to_string(setup.units) + ", " +
             std::to_string(setup.hidden_layers) +
             ", Activation::" + (setup.relu ? "kRelu" : "kTanh") + ");";
    case Step::kInit:
      return "network.init_parameters(rng);";
    case Step::kForward:
      return "Tensor logits = network.forward(x);";
    case Step::kLoss:
      return "Tensor loss = nll(logits, gold);";
    case Step::kBackward:
      return "loss.backward();";
  }
  return {};
}

std::string_view text(Outcome outcome) {
  switch (outcome) {
    case Outcome::kNotReached:
      return "not reached";
    case Outcome::kDone:
      return "done";
    case Outcome::kNotStarted:
    case Outcome::kThrew:
      return "stopped";
  }
  return {};
}

std::string text(const Setup& setup) {
  std::string hidden = count(setup.hidden_layers, "hidden layer");
  if (setup.hidden_layers > 0) {
    hidden += " of " + count(setup.units, "unit") + (setup.relu ? " (relu)" : " (tanh)");
  }
  return count(setup.inputs, "input") + ", " + hidden + ", " + std::to_string(setup.classes) +
         " classes; " + count(setup.samples, "sample") + ", one in each column";
}

std::string stand_ins(const Graph& graph) {
  if (graph.stand_ins.empty()) return {};
  std::vector<std::string> slugs;
  for (const std::string_view slug : graph.stand_ins) slugs.emplace_back(slug);
  return "The reference solution stands in for " + listing(slugs) +
         ", which you have not finished yet. All the rest is yours.";
}

std::string shape_and_role(const Node& node) {
  const std::string shape = text(node.shape);
  switch (node.kind) {
    case Kind::kInput:
      return shape + (node.requires_grad ? ", requires gradients" : ", the samples");
    case Kind::kParameter:
      return shape + ", parameter";
    case Kind::kConstant:
      return shape +
             (node.requires_grad ? ", in no list of parameters" : ", made from numbers alone");
    case Kind::kStopped:
      return "nothing was returned";
    case Kind::kComputed:
    case Kind::kLoss:
      break;
  }
  return shape + (node.requires_grad ? ", requires gradients" : ", requires no gradient");
}

bool was_called(const Graph& graph) {
  return graph.outcome(Step::kBackward) != Outcome::kNotReached;
}

std::string way_back(const Graph& graph, const Node& node) {
  if (node.turn > 0) {
    const auto ran = std::count_if(graph.nodes.begin(), graph.nodes.end(),
                                   [](const Node& other) { return other.turn > 0; });
    return "backward: " + ordinal(node.turn) + " of " + std::to_string(ran);
  }
  if (node.kind == Kind::kStopped) return "it stopped here";
  if (is_computed(node) && !node.has_backward) return "set_backward was not called";
  if (!node.requires_grad) return "wants no gradient";
  if (node.has_gradient) return "has its gradient";
  if (!was_called(graph)) return "backward: not reached";
  return node.has_backward ? "backward never came here" : "no gradient arrived";
}

bool is_missed(const Graph& graph, const Node& node) {
  return node.requires_grad && !node.has_gradient && was_called(graph);
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

}  // namespace gradus::graph
