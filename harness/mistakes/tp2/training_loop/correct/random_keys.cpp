// variant: Sorts the samples by random keys.
// source: V20

#include <algorithm>
#include <utility>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<std::pair<double, nn::Index>> keyed;

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    keyed.clear();
    for (nn::Index i = 0; i < train.size(); ++i) keyed.emplace_back(rng.uniform(), i);
    std::sort(keyed.begin(), keyed.end());
    double loss = 0.0;
    for (const auto& [key, i] : keyed) {
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
