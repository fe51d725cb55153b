// variant: Updates only the columns of pixels that are not black: the others do not move.
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

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order) {
      const nn::Vector x = train.image(i);
      const nn::Index gold = train.label(i);
      const nn::Vector logits = affine_transform(model.W, model.b, x);
      loss += nll(logits, gold);
      const nn::Vector g = backward_nll(logits, gold, 1.0);
      for (nn::Index c = 0; c < x.size(); ++c) {
        if (x(c) == 0.0) continue;
        for (nn::Index r = 0; r < g.size(); ++r) {
          model.W(r, c) -= options.learning_rate * g(r) * x(c);
        }
      }
      model.b -= options.learning_rate * g;
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
