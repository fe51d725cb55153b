// caught by: value
// says: You add up the gradients of all samples and take one step at the end of the epoch.
//       Stochastic gradient descent takes a step after each sample.
// notes: sgd
// source: M121

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    optimizer.zero_grad();
    double loss = 0.0;
    for (const nn::Index i : order) {
      const Tensor logits = network.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      loss += sample_loss.data()(0, 0);
    }
    optimizer.step();
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
