#pragma once

#include "nn/todo.hpp"
#include "tp2/tensor.hpp"

namespace tp2 {

/// The rectified linear unit, entry by entry: \f$ y = \max(x, 0) \f$. Given: the worked example of
/// a node, in relu.cpp.
///
/// \f$ y' = 1 \f$ where \f$ x > 0 \f$, otherwise 0; at 0, where there is no derivative, we take 0.
///
/// \param x any shape
/// \return y, the same shape; a node of the graph only if x requires gradients
///
/// Source: Glorot, Bordes, Bengio, "Deep sparse rectifier neural networks", AISTATS (2011),
/// section 3.
[[nodiscard]] Tensor relu(const Tensor& x);

/// The hyperbolic tangent, entry by entry. Exercise tp2.tanh.
///
/// \f[ y = \tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}} \in [-1, 1], \qquad
///     \frac{\partial L}{\partial x_{ij}} = g_{ij} \, \frac{d y_{ij}}{d x_{ij}}. \f]
/// The derivative can be written with y alone. Mind that the exponentials overflow from
/// \f$ |x| > 710 \f$ on, where tanh is simply 1 or -1.
///
/// For a matrix write `nn::tanh(A)`; **for one number write `std::tanh(t)`**: inside namespace tp2
/// a plain `tanh(t)` is this function, which takes a Tensor.
///
/// \param x any shape
/// \return y, the same shape; a node of the graph only if x requires gradients
///
/// Source: LeCun, Bottou, Orr, Mueller, "Efficient BackProp" (1998), section 4.4.
///
/// \see \ref ex_tp2_tanh. Pitfalls: \ref tanh_node, \ref captures, \ref computation_graph
[[nodiscard]] Tensor tanh(const Tensor& x);

}  // namespace tp2
