#pragma once

#include <string>

#include "tp2/tensor.hpp"

namespace tp2 {

/// A tensor that is learnt: it requires gradients, and it has a name.
///
/// A handle too: copies of a parameter share their numbers, so that the module, the optimiser and
/// you speak of the same matrix. Therefore change a parameter **in place**, through data():
/// \code
/// for (double& w : W.data()) w = 0.5;   // every copy of W sees it
/// W = Parameter("W", 10, 784);   // wrong: this handle now stands for another matrix, and the
///                                // network goes on with the old one
/// \endcode
class Parameter : public Tensor {
 public:
  /// A handle to nothing yet, for a member that is made later.
  Parameter() = default;

  /// \param name how messages call it
  /// \param rows,cols shape; every entry is NaN until it is written
  /// \throws std::invalid_argument if the name is empty
  /// \throws nn::ShapeError if rows or cols is less than 1
  Parameter(std::string name, nn::Index rows, nn::Index cols);

  /// How messages call it: `W0`, or `encoder.W0` inside a module.
  [[nodiscard]] const std::string& name() const { return name_; }

  /// The same parameter under another name.
  [[nodiscard]] Parameter named(std::string name) const;

  using Tensor::data;
  /// The value, to write into.
  [[nodiscard]] nn::Matrix& data();

  /// \f$ \theta \leftarrow \theta - \eta \, \partial L / \partial \theta \f$; nothing happens if
  /// there is no gradient. The gradient stays.
  ///
  /// \param learning_rate \f$ \eta \f$
  void descend(double learning_rate);

  /// Whether no entry is NaN or infinite.
  ///
  /// Cheap after descend(): the entries are bounded by those before plus the step, and are looked
  /// at only if that bound is not finite. It would miss what is written through a reference kept
  /// from data() since the last call.
  [[nodiscard]] bool is_finite() const;

 private:
  std::string name_;
};

}  // namespace tp2
