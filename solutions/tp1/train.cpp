#include <numeric>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace tp1 {
namespace {
// BEGIN HELPERS(tp1.train)
/// One step of gradient descent on one sample.
/// \return the loss before the step
double step(LinearClassifier& model, const nn::Vector& x, nn::Index gold, double learning_rate) {
  const nn::Vector logits = affine_transform(model.W, model.b, x);
  const nn::Vector g = backward_nll(logits, gold, 1.0);
  const AffineGradient gradient = backward_affine_transform(model.W, model.b, x, g);
  model.W -= learning_rate * gradient.W;
  model.b -= learning_rate * gradient.b;
  return nll(logits, gold);
}
// END HELPERS(tp1.train)
}  // namespace

nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng) {
  // BEGIN SOLUTION(tp1.train; model, train, dev, options, rng): run the epochs, keep the best on
  // dev, and return the log.
  nn::TrainingLog log;
  LinearClassifier best = model;
  double best_accuracy = -1.0;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order) {
      loss += step(model, train.image(i), train.label(i), options.learning_rate);
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
  // END SOLUTION(tp1.train)
}

}  // namespace tp1
