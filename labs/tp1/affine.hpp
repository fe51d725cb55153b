#pragma once

#include "nn/matrix.hpp"
#include "nn/todo.hpp"

/// TP1: a linear classifier, its gradients by hand.
namespace tp1 {

/// The affine layer, forward: \f$ y = W x + b \f$. Given.
///
/// \param W weights, out x in
/// \param b bias, out entries
/// \param x input, in entries
/// \return y, out entries
/// \throws nn::ShapeError if the shapes do not fit
nn::Vector affine_transform(const nn::Matrix& W, const nn::Vector& b, const nn::Vector& x);

/// Gradients of a loss L with respect to the parameters of an affine layer.
struct AffineGradient {
  nn::Matrix W;  ///< \f$ \partial L / \partial W \f$, out x in
  nn::Vector b;  ///< \f$ \partial L / \partial b \f$, out entries
};

/// The affine layer, backward. Exercise tp1.backward_affine.
///
/// The layer computes \f$ y_i = \sum_j W_{ij} x_j + b_i \f$. Given the upstream gradient
/// \f$ g_i = \partial L / \partial y_i \f$, the chain rule gives
/// \f[ \frac{\partial L}{\partial W_{ij}} = \sum_k g_k \frac{\partial y_k}{\partial W_{ij}}, \qquad
///     \frac{\partial L}{\partial b_i} = \sum_k g_k \frac{\partial y_k}{\partial b_i}. \f]
/// The gradient of x is not asked for: in TP1 nothing lies below the input.
///
/// \param W weights, out x in
/// \param b bias, out entries
/// \param x input of the forward pass, in entries
/// \param g upstream gradient, out entries; any sign and size, not only 1
/// \return the gradients of W (out x in) and of b (out entries)
/// \throws nn::ShapeError if the shapes do not fit
///
/// Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors",
/// Nature 323 (1986), equations 4 to 6.
///
/// \see \ref ex_tp1_backward_affine. Pitfalls: \ref affine_backward, \ref upstream_gradient
AffineGradient backward_affine_transform(const nn::Matrix& W, const nn::Vector& b,
                                         const nn::Vector& x, const nn::Vector& g);

}  // namespace tp1
