// caught by: value
// says: You draw a random sample at each step, so some come several times in an epoch and about a
//       third not at all. An epoch visits every sample once.
// notes: sgd_shuffle
// source: new

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    double loss = 0.0;
    for (nn::Index k = 0; k < train.size(); ++k) {
      const nn::Index i = rng.below(train.size());
      optimizer.zero_grad();
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
