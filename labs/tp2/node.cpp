#include "tp2/node.hpp"

#include <atomic>
#include <utility>

namespace tp2 {
namespace {

std::atomic<nn::Index> n_nodes = 0;

// A pointer and not the list itself: it must still be there when static tensors are destroyed.
thread_local std::vector<Links>* pending_links = nullptr;

/// Drops the links of a node, and of all the nodes that die of it, one after the other: if each
/// destructor called the next one, a long chain would overflow the stack.
void drop(Links links) {
  if (pending_links != nullptr) {
    pending_links->push_back(std::move(links));
    return;
  }
  std::vector<Links> pending;
  pending_links = &pending;
  pending.push_back(std::move(links));
  while (!pending.empty()) {
    const Links last = std::move(pending.back());
    pending.pop_back();
    // Here `last` is destroyed, which comes back to this function for every node that dies.
  }
  pending_links = nullptr;
}

}  // namespace

Node::Node(nn::Matrix value, bool wants_gradient)
    : data(std::move(value)), requires_grad(wants_gradient) {
  n_nodes.fetch_add(1, std::memory_order_relaxed);
}

Node::~Node() {
  n_nodes.fetch_sub(1, std::memory_order_relaxed);
  if (!is_leaf()) drop(std::move(links));
}

nn::Index Tensor::count_nodes() { return n_nodes.load(std::memory_order_relaxed); }

}  // namespace tp2
