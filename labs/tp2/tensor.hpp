#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <vector>

#include "nn/matrix.hpp"

/// TP2: a small automatic differentiation, and networks of any depth on top of it.
namespace tp2 {

struct Node;

/// What a node does on the way back: from the upstream gradient \f$ g = \partial L / \partial y \f$
/// of its own value y it computes the gradients of its inputs, and hands them on with
/// Tensor::accumulate_gradient(). `value` is y itself; `g` has the same shape. It runs once in
/// every backward() that goes through the node, so it must leave what it has stored as it is.
using BackwardFunction = std::function<void(const nn::Matrix& value, const nn::Matrix& g)>;

/// A matrix that remembers how it was computed, so that gradients can be computed by going back.
///
/// A tensor is a *node* of the computation graph: a value, the tensors it was computed from, and
/// the function that takes a gradient from it back to them. A leaf was computed from nothing: it
/// is a constant (an image) or a parameter.
///
/// `Tensor` is a **handle**: copies of it share one node, as two names for the same matrix. So a
/// function that captured a copy still reaches the node itself, and `const Tensor` means that the
/// handle stays with its node, not that the node's gradient is constant.
///
/// In a batch the columns of a matrix are the samples; one sample is a matrix of one column.
///
/// This is how a function of tensors is written (relu.cpp):
/// \code
/// Tensor relu(const Tensor& x) {
///   Tensor y(nn::maximum(x.data(), 0.0));                      // 1. the value
///   if (any_require_grad({x})) {                               // 2. only if somebody will ask
///     y.set_backward({x}, [x](const nn::Matrix& value, const nn::Matrix& g) {
///       x.accumulate_gradient(hadamard(g, positive(value)));   // 3. g times the derivative
///     });
///   }
///   return y;
/// }
/// \endcode
/// Capture the inputs by value (`[x]`, never `[&]`): the function runs when the locals are long
/// gone. Never capture `y`: a node that holds itself is never freed. Its value comes as `value`.
///
/// Source: Baydin, Pearlmutter, Radul, Siskind, "Automatic differentiation in machine learning: a
/// survey", JMLR 18 (2018), section 3.2 (reverse mode).
class Tensor {
 public:
  /// A leaf.
  ///
  /// \param data          its value
  /// \param requires_grad whether gradients are wanted for it: no for data, yes for parameters
  explicit Tensor(nn::Matrix data, bool requires_grad = false);

  /// The value.
  [[nodiscard]] const nn::Matrix& data() const;

  /// Whether gradients flow into this tensor. A computed tensor requires them once set_backward()
  /// was called.
  [[nodiscard]] bool requires_grad() const;

  /// The tensors it was computed from, as given to set_backward(); none for a leaf.
  [[nodiscard]] const std::vector<Tensor>& inputs() const;

  /// Makes this tensor a node of the graph. Call it once, on a tensor you have just made, and only
  /// if an input requires gradients (any_require_grad()): a graph of constants is of no use.
  ///
  /// \param inputs   every tensor that `backward` hands a gradient to
  /// \param backward takes the upstream gradient on to the inputs
  /// \throws std::logic_error if it was called before, if there is no input or no function, if the
  ///         tensor is a parameter, or if it is one of its own inputs
  void set_backward(std::initializer_list<Tensor> inputs, BackwardFunction backward);

  /// Adds g to the gradient of this tensor; does nothing if it requires none.
  ///
  /// A tensor that is used twice receives two gradients, and their sum is the right one: that is
  /// the chain rule for several paths.
  ///
  /// \param g of the shape of data(). An nn::outer(g, x) stays two factors as long as nobody looks
  /// \throws nn::ShapeError if g has another shape
  /// \throws std::logic_error if it is called during backward() with a tensor that is not among the
  ///         inputs of the node whose function runs, so that the gradient would be lost
  void accumulate_gradient(nn::Matrix g) const;
  /// \copydoc accumulate_gradient(nn::Matrix) const
  void accumulate_gradient(nn::OuterProduct g) const;

  /// Whether a gradient has arrived since the last zero_grad().
  [[nodiscard]] bool has_gradient() const;

  /// The sum of the gradients that have arrived, of the shape of data(); 0 x 0 if none has.
  ///
  /// For a leaf this is the sum over all calls of backward() since zero_grad(); for a computed
  /// tensor that of the last backward() that went through it.
  [[nodiscard]] const nn::Matrix& gradient() const;

  /// Forgets the gradient.
  void zero_grad() const;

  /// Computes \f$ \partial \langle g, y \rangle / \partial \theta \f$ for every leaf
  /// \f$ \theta \f$ that this tensor y was computed from and that requires gradients, and adds it
  /// to the gradient of that leaf. Call zero_grad() first if the sum is not wanted.
  ///
  /// Every node's function runs once, after all those that use the node: only then is its upstream
  /// gradient complete.
  ///
  /// \param g upstream gradient, of the shape of data()
  /// \throws nn::ShapeError if g has another shape
  /// \throws std::logic_error if this tensor requires no gradient, or if it is called inside a
  ///         node's function
  void backward(nn::Matrix g) const;

  /// As above with g = 1, for a loss.
  ///
  /// \throws nn::ShapeError if data() is not 1 x 1
  void backward() const;

  /// For tests that look for leaks: how many nodes exist.
  [[nodiscard]] static nn::Index count_nodes();

  /// For given code: what is behind the handle.
  ///
  /// \throws std::logic_error if the handle is empty
  [[nodiscard]] Node& node() const;

 protected:
  /// A handle to nothing yet.
  Tensor() = default;

 private:
  std::shared_ptr<Node> node_;
};

/// Whether at least one of the tensors requires gradients: then so does what is computed from them.
[[nodiscard]] bool any_require_grad(std::initializer_list<Tensor> tensors);

}  // namespace tp2
