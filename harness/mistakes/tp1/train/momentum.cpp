// caught by: value
// says: You keep a part of the last step (momentum). It often helps, but the contract is plain
//       gradient descent.
// notes: sgd
// source: new

#include <numeric>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace tp1 {

nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng) {
  nn::TrainingLog log;
  LinearClassifier best = model;
  double best_accuracy = -1.0;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  nn::Matrix vW = nn::Matrix::zeros(model.W.rows(), model.W.cols());
  nn::Vector vb = nn::Vector::zeros(model.b.size());
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order) {
      const nn::Vector x = train.image(i);
      const nn::Index gold = train.label(i);
      const nn::Vector logits = affine_transform(model.W, model.b, x);
      loss += nll(logits, gold);
      const nn::Vector g = backward_nll(logits, gold, 1.0);
      const AffineGradient gradient = backward_affine_transform(model.W, model.b, x, g);
      vW = 0.9 * vW + gradient.W;
      vb = 0.9 * vb + gradient.b;
      model.W -= options.learning_rate * vW;
      model.b -= options.learning_rate * vb;
    }
    const double dev_accuracy = evaluate(model, dev);
    log.add({loss / static_cast<double>(train.size()), evaluate(model, train), dev_accuracy});
    if (dev_accuracy > best_accuracy) {
      best_accuracy = dev_accuracy;
      best = model;
    }
  }
  model = best;
  return log;
}

}  // namespace tp1
