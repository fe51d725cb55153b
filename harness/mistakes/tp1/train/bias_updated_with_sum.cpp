// caught by: value
// says: Every entry of b moves by the same amount, the sum of the gradient. Each has its own
//       gradient.
// notes: affine_backward
// source: M32
// twin: bias_never_updated

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
      model.W -= options.learning_rate * gradient.W;
      model.b -= options.learning_rate * sum(gradient.b);
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
