#pragma once

#include <memory>
#include <vector>

#include "nn/dataset.hpp"
#include "nn/rng.hpp"
#include "nn/training.hpp"
#include "training/named_array.hpp"

/// The program behind `gradus train`: a student's whole lab, trained on plain images in the
/// foreground. It is the student's own run: nothing it prints is a mark.
namespace gradus::trainer {

/// A student's model and training, as the trainer sees them.
class Learner {
 public:
  virtual ~Learner() = default;
  Learner(const Learner&) = delete;
  Learner& operator=(const Learner&) = delete;

  /// Copies of the parameters as they are, in the student's order.
  [[nodiscard]] virtual std::vector<training::NamedArray> parameters() const = 0;

  /// Overwrites the parameters.
  /// \param values one for each of parameters(), of the same shape
  virtual void assign(const std::vector<Array>& values) = 0;

  /// Runs the student's training.
  virtual void train(const nn::Dataset& train, const nn::Dataset& dev,
                     const nn::TrainingOptions& options, nn::Rng& rng) = 0;

  /// What the model makes of a batch.
  /// \param images features x n
  /// \return classes x n, unless the student's code returns something else
  [[nodiscard]] virtual nn::Matrix logits(const nn::Matrix& images) const = 0;

 protected:
  Learner() = default;
};

/// Makes the model of the lab that this program was linked with, its first values drawn. Each lab
/// has its own definition.
[[nodiscard]] std::unique_ptr<Learner> make_learner(nn::Index n_features, nn::Index n_classes,
                                                    nn::Rng& rng);

}  // namespace gradus::trainer
