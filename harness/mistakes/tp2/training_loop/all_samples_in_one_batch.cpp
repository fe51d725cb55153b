// caught by: value
// says: You send all samples through the network at once and take one step in an epoch. Here each
//       sample has a step of its own.
// notes: minibatch
// source: new

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
    const Tensor loss = nll(network.forward(Tensor(train.images(order))), train.labels(order));
    loss.backward();
    optimizer.step();
    log.add({loss.data()(0, 0), evaluate(network, train), evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
