// caught by: log
// says: You stop when every sample of dev is right. The caller has asked for a number of epochs,
//       and expects an entry in the log for each.
// notes: keep_last
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
    double loss = 0.0;
    for (const nn::Index i : order) {
      optimizer.zero_grad();
      const Tensor logits = network.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      optimizer.step();
      loss += sample_loss.data()(0, 0);
    }
    log.add({loss / static_cast<double>(train.size()), evaluate(network, train),
             evaluate(network, dev)});
    if (log.back().dev_accuracy == 1.0) break;
  }
  return log;
}

}  // namespace tp2
