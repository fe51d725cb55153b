// variant: Shuffles pairs of image and label that were read once.
// source: V20

#include <numeric>
#include <utility>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace tp1 {

nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng) {
  std::vector<std::pair<nn::Vector, nn::Index>> samples;
  for (nn::Index i = 0; i < train.size(); ++i) samples.emplace_back(train.image(i), train.label(i));
  nn::TrainingLog log;
  LinearClassifier best = model;
  double best_accuracy = 0.0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(samples);
    double loss = 0.0;
    for (const auto& [x, gold] : samples) {
      const nn::Vector logits = affine_transform(model.W, model.b, x);
      const nn::Vector g = backward_nll(logits, gold, 1.0);
      const AffineGradient gradient = backward_affine_transform(model.W, model.b, x, g);
      loss += nll(logits, gold);
      model.b -= options.learning_rate * gradient.b;
      model.W -= options.learning_rate * gradient.W;
    }
    log.add(
        {loss / static_cast<double>(samples.size()), evaluate(model, train), evaluate(model, dev)});
    if (log.back().dev_accuracy >= best_accuracy) {
      best_accuracy = log.back().dev_accuracy;
      best = model;
    }
  }
  model = std::move(best);
  return log;
}

}  // namespace tp1
