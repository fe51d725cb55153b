// caught by: value
// says: You clear the gradients once, before the first epoch. From the second sample on they pile
//       up: each sample has to start from no gradient.
// notes: zero_grad
// source: M60
// twin: no_zero_grad

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

  optimizer.zero_grad();
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order) {
      const Tensor logits = network.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      optimizer.step();
      loss += sample_loss.data()(0, 0);
    }
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
