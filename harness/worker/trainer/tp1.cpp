#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "worker/trainer/trainer.hpp"

namespace gradus::trainer {

double train(const nn::Dataset& train, const nn::Dataset& dev, const nn::Dataset& test,
             const nn::TrainingOptions& options, nn::Rng& rng) {
  tp1::LinearClassifier model{nn::Matrix::zeros(train.n_classes(), train.n_features()),
                              nn::Vector::zeros(train.n_classes())};
  tp1::train(model, train, dev, options, rng);

  // Not by the student's evaluate(): a slip in it would show the training in a wrong light.
  nn::Index right = 0;
  for (nn::Index i = 0; i < test.size(); ++i) {
    if (argmax(tp1::affine_transform(model.W, model.b, test.image(i))) == test.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(test.size());
}

}  // namespace gradus::trainer
