// variant: Shuffles pairs of image and label that were read once.
// source: V20

#include <utility>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<std::pair<nn::Matrix, nn::Index>> samples;
  for (nn::Index i = 0; i < train.size(); ++i) {
    samples.emplace_back(as_column(train.image(i)), train.label(i));
  }

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(samples);
    double loss = 0.0;
    for (const auto& [x, gold] : samples) {
      optimizer.zero_grad();
      const Tensor sample_loss = nll(network.forward(Tensor(x)), gold);
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
