// variant: A helper takes one step and returns the loss from before it.
// source: V32

#include <numeric>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace tp1 {
namespace {

struct Record {
  LinearClassifier model;
  double accuracy;

  void offer(const LinearClassifier& candidate, double candidate_accuracy) {
    if (candidate_accuracy <= accuracy) return;
    model = candidate;
    accuracy = candidate_accuracy;
  }
};

double step(LinearClassifier& model, const nn::Vector& x, nn::Index gold, double learning_rate) {
  const nn::Vector logits = affine_transform(model.W, model.b, x);
  const double loss = nll(logits, gold);
  const auto [gW, gb] =
      backward_affine_transform(model.W, model.b, x, backward_nll(logits, gold, 1.0));
  model.W -= learning_rate * gW;
  model.b -= learning_rate * gb;
  return loss;
}

}  // namespace

nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng) {
  nn::TrainingLog log;
  Record record{model, -1.0};
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<nn::Index>(k);
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    rng.shuffle(order);
    double total = 0.0;
    for (const nn::Index i : order) {
      total += step(model, train.image(i), train.label(i), options.learning_rate);
    }
    const nn::EpochStats stats{total / static_cast<double>(order.size()), evaluate(model, train),
                               evaluate(model, dev)};
    log.add(stats);
    record.offer(model, stats.dev_accuracy);
  }
  model = record.model;
  return log;
}

}  // namespace tp1
