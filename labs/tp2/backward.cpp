#include <atomic>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "nn/error.hpp"
#include "nn/shape_text.hpp"
#include "tp2/node.hpp"
#include "tp2/tensor.hpp"

namespace tp2 {
namespace {

std::atomic<std::uint64_t> n_runs = 0;
thread_local std::uint64_t run_of_this_thread = 0;

/// One call of backward(), from its first to its last gradient.
class Run {
 public:
  Run() : number_(++n_runs) { run_of_this_thread = number_; }
  ~Run() { run_of_this_thread = 0; }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  [[nodiscard]] std::uint64_t number() const { return number_; }

 private:
  std::uint64_t number_;
};

/// Whether backward() has to go through `node`, and has not come across it yet in this run.
bool is_new_inner_node(const Node& node, std::uint64_t run) {
  return !node.is_leaf() && node.waiting_in_run != run;
}

/// The computed tensors behind `root`, every node after all its inputs (a depth-first search in
/// post-order), each once and marked as waiting.
///
/// The path of the search is a list, since a recursive search overflows the stack on long chains.
std::vector<Node*> inputs_first(Node& root, std::uint64_t run) {
  struct Visit {
    Node* node;
    std::size_t next_input;
  };
  // Room for a usual network, instead of growing step by step.
  constexpr std::size_t kUsual = 32;
  std::vector<Node*> order;
  std::vector<Visit> path;
  order.reserve(kUsual);
  path.reserve(kUsual);
  const auto enter = [&path, run](Node& node) {
    if (!is_new_inner_node(node, run)) return;
    node.waiting_in_run = run;
    path.push_back({&node, 0});
  };
  enter(root);
  while (!path.empty()) {
    Visit& visit = path.back();
    if (visit.next_input < visit.node->links.inputs.size()) {
      enter(visit.node->links.inputs[visit.next_input++].node());
    } else {
      order.push_back(visit.node);
      path.pop_back();
    }
  }
  return order;
}

void check_can_start(const Tensor& root, const nn::Matrix& g) {
  if (current_run() != 0) {
    throw std::logic_error(
        "backward was called inside the function of a node. There, hand the gradient on with "
        "x.accumulate_gradient(...): backward calls the function of x when its turn has come.");
  }
  if (!root.requires_grad()) {
    throw std::logic_error(
        "backward: this tensor requires no gradient, as nothing that it was computed from does. "
        "Is set_backward missing in the function that made it?");
  }
  if (g.rows() != root.data().rows() || g.cols() != root.data().cols()) {
    nn::detail::throw_shape_error("y.backward(g)", nn::detail::describe("y", root.data()),
                                  nn::detail::describe("g", g),
                                  "the upstream gradient has the shape of the tensor");
  }
}

}  // namespace

std::uint64_t current_run() { return run_of_this_thread; }

void Tensor::backward(nn::Matrix g) const {
  check_can_start(*this, g);
  const Run run;
  const std::vector<Node*> order = inputs_first(node(), run.number());
  // What an earlier run left in the inner nodes has long been handed on.
  for (Node* inner : order) inner->gradient.clear();
  accumulate_gradient(std::move(g));
  for (auto it = order.rbegin(); it != order.rend(); ++it) {
    Node& inner = **it;
    inner.waiting_in_run = 0;
    if (!inner.gradient.empty()) inner.links.backward(inner.data, inner.gradient.matrix());
  }
}

void Tensor::backward() const {
  if (data().rows() != 1 || data().cols() != 1) {
    throw nn::ShapeError(
        "y.backward(): y is " + nn::detail::shape_text(data().rows(), data().cols()) +
        ", and only a loss, which is 1 x 1, goes without an upstream gradient. Write "
        "y.backward(g) with g of the shape of y.");
  }
  backward(nn::Matrix{{1.0}});
}

}  // namespace tp2
