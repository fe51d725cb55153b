// variant: A helper takes one step and returns the loss from before it.
// source: V32

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

double step(Network& network, SGD& optimizer, const nn::Vector& x, nn::Index gold) {
  optimizer.zero_grad();
  const Tensor loss = nll(network.forward(Tensor(as_column(x))), gold);
  loss.backward();
  optimizer.step();
  return loss.data()(0, 0);
}

}  // namespace

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order)
      loss += step(network, optimizer, train.image(i), train.label(i));
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
