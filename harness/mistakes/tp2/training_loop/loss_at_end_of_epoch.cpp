// caught by: log
// says: You compute the mean loss with the parameters at the end of the epoch. The contract asks
//       for the losses as they were when each sample was visited (which costs nothing extra).
// notes: sgd_loss
// source: M111

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

double mean_loss(const Network& network, const nn::Dataset& data) {
  double loss = 0.0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    loss += nll(network.forward(Tensor(as_column(data.image(i)))), data.label(i)).data()(0, 0);
  }
  return loss / static_cast<double>(data.size());
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
    for (const nn::Index i : order) {
      optimizer.zero_grad();
      const Tensor logits = network.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      optimizer.step();
    }
    log.add({mean_loss(network, train), evaluate(network, train), evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
