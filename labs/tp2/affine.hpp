#pragma once

#include "nn/todo.hpp"
#include "tp2/tensor.hpp"

namespace tp2 {

/// The affine layer, for a batch of samples. Exercise tp2.affine.
///
/// With n samples in the columns of x,
/// \f[ Y = W X + b \, \mathbf{1}^\top, \qquad
///     Y_{ik} = \sum_j W_{ij} X_{jk} + b_i . \f]
/// Given the upstream gradient \f$ G_{ik} = \partial L / \partial Y_{ik} \f$, the chain rule gives
/// three gradients, each of the shape of its tensor:
/// \f[ \frac{\partial L}{\partial W_{ij}} = \sum_{i',k} G_{i'k}
///       \frac{\partial Y_{i'k}}{\partial W_{ij}}, \qquad
///     \frac{\partial L}{\partial b_i} = \sum_{i',k} G_{i'k}
///       \frac{\partial Y_{i'k}}{\partial b_i}, \qquad
///     \frac{\partial L}{\partial X_{jk}} = \sum_{i,k'} G_{ik'}
///       \frac{\partial Y_{ik'}}{\partial X_{jk}} . \f]
/// Any of the three inputs may require gradients or not; the result is a node of the graph only if
/// at least one does.
///
/// \param W weights, out x in
/// \param b bias, out x 1
/// \param x inputs, in x n; one sample in each column, n at least 1
/// \return Y, out x n
/// \throws nn::ShapeError if the shapes do not fit
///
/// Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors",
/// Nature 323 (1986), equations 4 to 7.
///
/// \see \ref ex_tp2_affine. Pitfalls: \ref affine_node, \ref captures, \ref computation_graph
[[nodiscard]] Tensor affine_transform(const Tensor& W, const Tensor& b, const Tensor& x);

}  // namespace tp2
