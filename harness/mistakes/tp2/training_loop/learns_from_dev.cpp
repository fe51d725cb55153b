// caught by: value
// says: You also train on dev. It is there to watch whether the network is right on images that it
//       has not seen; once learned by heart it cannot tell.
// notes: evaluation
// source: new

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

double visit(const Network& network, SGD& optimizer, const nn::Dataset& data, nn::Index i) {
  optimizer.zero_grad();
  const Tensor loss = nll(network.forward(Tensor(as_column(data.image(i)))), data.label(i));
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
    for (const nn::Index i : order) loss += visit(network, optimizer, train, i);
    for (nn::Index i = 0; i < dev.size(); ++i) visit(network, optimizer, dev, i);
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
