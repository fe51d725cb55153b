// caught by: log
// says: If dev gets worse in an epoch you put the parameters back as they were before it. This loop
//       keeps what the steps have made: its caller decides.
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

  double last_accuracy = -1.0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    std::vector<nn::Matrix> before;
    for (const Parameter& p : network.parameters()) before.push_back(p.data());
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
    if (log.back().dev_accuracy >= last_accuracy) {
      last_accuracy = log.back().dev_accuracy;
    } else {
      std::vector<Parameter> parameters = network.parameters();
      for (std::size_t k = 0; k < before.size(); ++k) parameters[k].data() = before[k];
    }
  }
  return log;
}

}  // namespace tp2
