// caught by: value
// says: You train on mini-batches, one step for several samples. That is faster, but another method
//       than the one asked for: here each sample has a step of its own.
// notes: minibatch
// source: M121

#include <algorithm>
#include <numeric>
#include <span>
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
    double loss = 0.0;
    for (std::size_t first = 0; first < order.size(); first += 8) {
      const std::size_t n = std::min<std::size_t>(8, order.size() - first);
      const std::span<const nn::Index> batch(order.data() + first, n);
      optimizer.zero_grad();
      const Tensor batch_loss =
          nll(network.forward(Tensor(train.images(batch))), train.labels(batch));
      batch_loss.backward();
      optimizer.step();
      loss += static_cast<double>(n) * batch_loss.data()(0, 0);
    }
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
