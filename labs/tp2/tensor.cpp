#include "tp2/tensor.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "nn/error.hpp"
#include "nn/shape_text.hpp"
#include "tp2/node.hpp"

namespace tp2 {
namespace {

/// For a matrix or an outer product g that is to be added to the gradient of `node`.
template <class Gradient>
void check_shape(const Node& node, const Gradient& g) {
  if (g.rows() == node.data.rows() && g.cols() == node.data.cols()) return;
  const bool transposed = g.rows() == node.data.cols() && g.cols() == node.data.rows();
  throw nn::ShapeError("accumulate_gradient(g): the tensor is " +
                       nn::detail::shape_text(node.data.rows(), node.data.cols()) + ", but g is " +
                       nn::detail::shape_text(g.rows(), g.cols()) +
                       (transposed ? ", its transpose" : "") +
                       "; a gradient has the shape of its tensor, one number for each entry.");
}

/// During backward() a gradient may go only to nodes that have not had their turn.
void check_turn(const Node& node) {
  if (current_run() == 0 || node.is_leaf() || node.waiting_in_run == current_run()) return;
  throw std::logic_error(
      "accumulate_gradient(g): this tensor is not among the inputs of the node whose function is "
      "running, so the gradient would go no further. List every tensor that the function hands a "
      "gradient to: y.set_backward({W, b, x}, ...).");
}

template <class Gradient>
void accumulate(Node& node, Gradient g) {
  if (!node.requires_grad) return;
  check_shape(node, g);
  check_turn(node);
  node.gradient.add(std::move(g));
}

}  // namespace

Tensor::Tensor(nn::Matrix data, bool requires_grad)
    : node_(std::make_shared<Node>(std::move(data), requires_grad)) {}

Node& Tensor::node() const {
  if (node_ == nullptr) {
    throw std::logic_error(
        "This tensor was declared but never made, so there is nothing behind it. A parameter is "
        "made by its module: W = add_parameter(\"W\", rows, cols).");
  }
  return *node_;
}

const nn::Matrix& Tensor::data() const { return node().data; }

bool Tensor::requires_grad() const { return node().requires_grad; }

const std::vector<Tensor>& Tensor::inputs() const { return node().links.inputs; }

void Tensor::set_backward(std::initializer_list<Tensor> inputs, BackwardFunction backward) {
  Node& self = node();
  if (!self.is_leaf()) {
    throw std::logic_error(
        "set_backward: this tensor has its inputs already. Make a new Tensor for every result.");
  }
  if (self.requires_grad) {
    throw std::logic_error(
        "set_backward: a leaf that requires gradients, such as a parameter, is not computed from "
        "other tensors. Make a new Tensor from the result: Tensor y(value).");
  }
  if (inputs.size() == 0 || !backward) {
    throw std::logic_error(
        "set_backward: it takes the tensors that this one was computed from, and a function that "
        "takes the gradient back to them. A tensor computed from nothing needs no set_backward.");
  }
  if (std::any_of(inputs.begin(), inputs.end(),
                  [&self](const Tensor& input) { return &input.node() == &self; })) {
    throw std::logic_error(
        "set_backward: the tensor is listed among its own inputs. List what it was computed from.");
  }
  self.links = {inputs, std::move(backward)};
  self.requires_grad = true;
}

void Tensor::accumulate_gradient(nn::Matrix g) const { accumulate(node(), std::move(g)); }

void Tensor::accumulate_gradient(nn::OuterProduct g) const { accumulate(node(), std::move(g)); }

bool Tensor::has_gradient() const { return !node().gradient.empty(); }

const nn::Matrix& Tensor::gradient() const { return node().gradient.matrix(); }

void Tensor::zero_grad() const { node().gradient.clear(); }

bool any_require_grad(std::initializer_list<Tensor> tensors) {
  return std::any_of(tensors.begin(), tensors.end(),
                     [](const Tensor& tensor) { return tensor.requires_grad(); });
}

}  // namespace tp2
