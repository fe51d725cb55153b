// variant: Counts right answers itself, the last of equal logits winning.
// source: V24

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

double accuracy(const Network& network, const nn::Dataset& data) {
  double right = 0.0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Matrix logits = network.forward(Tensor(as_column(data.image(i)))).data();
    nn::Index winner = 0;
    for (nn::Index c = 1; c < logits.rows(); ++c) {
      if (logits(c, 0) >= logits(winner, 0)) winner = c;
    }
    if (winner == data.label(i)) right += 1.0;
  }
  return right / static_cast<double>(data.size());
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
    for (const nn::Index i : order) {
      optimizer.zero_grad();
      const Tensor logits = network.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      optimizer.step();
      loss += sample_loss.data()(0, 0);
    }
    log.add({loss / static_cast<double>(train.size()), accuracy(network, train),
             accuracy(network, dev)});
  }
  return log;
}

}  // namespace tp2
