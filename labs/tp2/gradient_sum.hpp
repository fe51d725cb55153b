#pragma once

#include <variant>

#include "nn/matrix.hpp"

/// \file
/// Given code only: the memory of a tensor's gradient.

namespace tp2 {

/// A sum of gradients of one shape. As long as it is one outer product it stays two factors, so
/// that a training step on one sample never builds a matrix as large as the weights.
class GradientSum {
 public:
  /// Whether nothing was added since the last clear().
  [[nodiscard]] bool empty() const;
  /// Forgets what was added.
  void clear();

  /// \param g of the shape of what was added before
  void add(nn::Matrix g);
  /// \copydoc add(nn::Matrix)
  void add(nn::OuterProduct g);

  /// The sum, multiplied out for good; 0 x 0 if empty.
  [[nodiscard]] const nn::Matrix& matrix();

  /// \f$ \theta \leftarrow \theta - \eta \cdot \text{sum} \f$, without multiplying out.
  void descend(nn::Matrix& theta, double learning_rate) const;

  /// A number that no entry of the sum exceeds in size; infinite or NaN if there is none.
  [[nodiscard]] double size_bound() const;

 private:
  nn::Matrix& multiplied_out();

  /// A matrix without entries is the empty sum.
  std::variant<nn::Matrix, nn::OuterProduct> sum_;
};

}  // namespace tp2
