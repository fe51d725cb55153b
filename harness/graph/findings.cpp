#include "graph/findings.hpp"

#include <algorithm>
#include <utility>

#include "graph/words.hpp"

namespace gradus::graph {
namespace {

class Search {
 public:
  explicit Search(const Graph& graph) : graph_(graph), names_(names(graph)) {}

  std::vector<Finding> run() {
    steps();
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Kind kind = graph_.nodes[i].kind;
      if (kind == Kind::kComputed || kind == Kind::kLoss) computed(i);
      if (kind == Kind::kConstant) constant(i);
    }
    parameters();
    return std::move(found_);
  }

 private:
  void add(std::string says, std::optional<std::size_t> node = {}) {
    found_.push_back({std::move(says), node});
  }

  [[nodiscard]] bool done(Step step) const { return graph_.outcome(step) == Outcome::kDone; }
  [[nodiscard]] bool is_used(std::size_t node) const {
    return std::any_of(graph_.links.begin(), graph_.links.end(),
                       [&](const Link& link) { return link.from == node; });
  }
  [[nodiscard]] std::string equation(std::size_t node) const {
    return graph::equation(graph_, names_, node);
  }

  /// The node that was to be made when a function threw, if any.
  [[nodiscard]] std::optional<std::size_t> stopped() const {
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      if (graph_.nodes[i].kind == Kind::kStopped) return i;
    }
    return std::nullopt;
  }

  /// The step at which it all stopped.
  void steps() {
    for (int i = 0; i < kSteps; ++i) {
      const auto step = static_cast<Step>(i);
      const std::string line = code(step, graph_.setup);
      if (graph_.outcome(step) == Outcome::kNotStarted) {
        const Exercise* e = unfinished(graph_);
        add(e == nullptr ? line + " met a part that is not written yet: " + graph_.said
                         : line + " stops where " + std::string(e->function) +
                               " is not written yet. The next step: labs/" + std::string(e->file) +
                               ", then ./gradus check " + std::string(e->slug) + ".",
            stopped());
      } else if (graph_.outcome(step) == Outcome::kThrew) {
        add(line + " stopped with an exception: " + graph_.said, stopped());
      }
    }
  }

  void computed(std::size_t i) {
    const Node& node = graph_.nodes[i];
    std::vector<std::string> cut;
    std::vector<std::string> forgotten;
    std::vector<std::string> unserved;
    for (const Link& link : graph_.links) {
      if (link.to != i || !graph_.nodes[link.from].requires_grad) continue;
      const std::string& name = names_[link.from];
      if (!node.has_backward) {
        cut.push_back(name);
      } else if (!link.listed) {
        forgotten.push_back(name);
      } else if (ran_to_its_end(node) && !link.handed) {
        unserved.push_back(name);
      }
    }
    if (!cut.empty()) {
      const std::string file = file_of(node.name);
      add(node.name + " returned " + names_[i] + ", a tensor without set_backward, although " +
              listing(cut) + (cut.size() == 1 ? " requires" : " require") +
              " gradients: on its way back the gradient stops here. Compare " +
              (file.empty() ? "the function" : file) +
              " with labs/tp2/relu.cpp: all three steps, and the same tensor returned.",
          i);
    }
    if (!forgotten.empty()) {
      add("set_backward of " + equation(i) + " does not list " + listing(forgotten) +
              ": list every tensor that the backward function hands a gradient to.",
          i);
    }
    if (!unserved.empty()) {
      add("The backward function of " + equation(i) + " ran, but handed no gradient to " +
              listing(unserved) +
              ": it must call accumulate_gradient on every input that requires gradients.",
          i);
    }
    if (done(Step::kLoss) && node.kind == Kind::kComputed && !is_used(i)) {
      add(equation(i) +
              " is used by nothing. Does forward go on with another tensor, such as one "
              "made from its data()? A new tensor does not know where it came from.",
          i);
    }
  }

  /// In the last one that ran, an exception may have come before the gradient.
  [[nodiscard]] bool ran_to_its_end(const Node& node) const {
    if (node.turn == 0 || done(Step::kBackward)) return node.turn != 0;
    return std::any_of(graph_.nodes.begin(), graph_.nodes.end(),
                       [&](const Node& other) { return other.turn > node.turn; });
  }

  void constant(std::size_t i) {
    const Node& node = graph_.nodes[i];
    const std::string what = names_[i] + ", a tensor of " + text(node.shape) + ", ";
    if (node.requires_grad) {
      add(what +
              "requires gradients, but network.parameters() does not list it: an optimiser "
              "would never change it. Parameters are made by add_parameter, once, and then "
              "written in place.",
          i);
    } else {
      add(what +
              "was made from numbers alone, so no gradient goes back through it. If they are "
              "the data() of another tensor, go on with that tensor itself.",
          i);
    }
  }

  void parameters() {
    std::vector<std::string> unwritten;
    std::vector<std::string> unused;
    std::vector<std::string> unreached;
    std::vector<std::string> infinite;
    bool finite_leaves = true;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const Node& node = graph_.nodes[i];
      if (!is_computed(node)) finite_leaves = finite_leaves && node.finite_value;
      if (node.kind != Kind::kParameter) continue;
      if (done(Step::kInit) && !node.finite_value) unwritten.push_back(names_[i]);
      if (done(Step::kForward) && !is_used(i)) {
        unused.push_back(names_[i]);
      } else if (done(Step::kBackward) && !node.has_gradient) {
        unreached.push_back(names_[i]);
      }
      if (!node.finite_gradient) infinite.push_back(names_[i]);
    }
    if (!unwritten.empty()) {
      add("After init_parameters, " + listing(unwritten) +
          (unwritten.size() == 1 ? " holds" : " hold") +
          " NaN or infinite entries. Every entry must be written, in place: through W.data() of "
          "the parameter itself.");
    } else if (finite_leaves && !infinite.empty()) {
      add("NaN or infinite entries are in the gradient of " + listing(infinite) +
          ": look for a logarithm of 0, an exponential of a large number, a division by 0.");
    }
    if (!unused.empty()) {
      add("forward does not use " + listing(unused) +
          ". Does it compute with the handles that add_parameter returned?");
    }
    if (!unreached.empty()) {
      add("No gradient reached " + listing(unreached) + ": an optimiser would leave " +
          (unreached.size() == 1 ? "it" : "them") + " as at the start.");
    }
  }

  const Graph& graph_;
  std::vector<std::string> names_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> findings(const Graph& graph) { return Search(graph).run(); }

const Exercise* unfinished(const Graph& graph) {
  const auto is_stub = [](Outcome outcome) { return outcome == Outcome::kNotStarted; };
  if (std::none_of(graph.steps.begin(), graph.steps.end(), is_stub)) return nullptr;
  for (const Exercise& e : find_lab("tp2")->exercises) {
    // "tp2.deep_network.forward" is a part of tp2.deep_network.
    if ((graph.said + ".").starts_with(std::string(e.slug) + ".")) return &e;
  }
  return nullptr;
}

}  // namespace gradus::graph
