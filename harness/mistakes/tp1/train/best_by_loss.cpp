// caught by: best
// says: You choose the epoch with the smallest training loss. It nearly always is the last one; the
//       contract asks for the highest accuracy on dev.
// notes: keep_best
// source: M114
// twin: last_epoch

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
  double best_loss = 1e300;
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
      model.b -= options.learning_rate * gradient.b;
    }
    const double dev_accuracy = evaluate(model, dev);
    log.add({loss / static_cast<double>(train.size()), evaluate(model, train), dev_accuracy});
    if (loss < best_loss) {
      best_loss = loss;
      best = model;
    }
  }
  model = best;
  return log;
}

}  // namespace tp1
