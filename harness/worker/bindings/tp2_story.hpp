#pragma once

#include <algorithm>

#include "protocol/array.hpp"
#include "protocol/message.hpp"
#include "tp2/tensor.hpp"
#include "worker/convert.hpp"

/// What the stories of TP2's nodes have in common.
namespace gradus::worker {

/// A leaf that requires gradients, or not.
inline tp2::Tensor to_leaf(const Array& data, bool requires_grad) {
  return tp2::Tensor(to_matrix(data), requires_grad);
}

/// The same values one step later in the graph: inputs of a node are seldom leaves, and then they
/// must be among those that it names.
inline tp2::Tensor behind(const tp2::Tensor& leaf) {
  tp2::Tensor copy(leaf.data());
  if (leaf.requires_grad()) {
    copy.set_backward(
        {leaf}, [leaf](const nn::Matrix&, const nn::Matrix& g) { leaf.accumulate_gradient(g); });
  }
  return copy;
}

/// Lets a variable of the caller stand for another tensor, of the same shape. A node that captured
/// it by reference, not by value, has then lost its input: every time, and without a crash.
inline void reuse(tp2::Tensor& variable) {
  const nn::Matrix& data = variable.data();
  variable = tp2::Tensor(nn::Matrix::zeros(data.rows(), data.cols()));
}

inline bool any(const Array& flags) {
  return std::any_of(flags.values.begin(), flags.values.end(), [](double x) { return x != 0.0; });
}

/// Runs a story and adds to its results how many nodes it has left in memory.
/// \param n_results how many results it gives; its inputs follow them
template <class Story>
protocol::Reply counting_nodes(std::ptrdiff_t n_results, Story story) {
  const nn::Index before = tp2::Tensor::count_nodes();
  protocol::Reply reply = story();
  const nn::Index left = tp2::Tensor::count_nodes() - before;
  reply.arrays.insert(reply.arrays.begin() + n_results, scalar(static_cast<double>(left)));
  return reply;
}

/// Goes back if there is a graph. A value of another shape than g is wrong by itself, and is left
/// to the parent to see.
inline void go_back(const tp2::Tensor& y, const Array& g) {
  const Shape shape{y.data().rows(), y.data().cols()};
  if (y.requires_grad() && shape == g.shape) y.backward(to_matrix(g));
}

}  // namespace gradus::worker
