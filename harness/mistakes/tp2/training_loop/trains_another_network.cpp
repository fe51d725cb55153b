// caught by: value
// says: You train a network of your own, which is gone at the end. The one that was passed in has
//       not moved.
// notes: parameter_handles
// source: M92

#include <numeric>
#include <vector>

#include "tp2/linear_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  LinearNetwork own(train.n_features(), train.n_classes());
  own.init_parameters();
  SGD own_optimizer(own, options.learning_rate);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    double loss = 0.0;
    for (const nn::Index i : order) {
      own_optimizer.zero_grad();
      const Tensor logits = own.forward(Tensor(as_column(train.image(i))));
      const Tensor sample_loss = nll(logits, train.label(i));
      sample_loss.backward();
      own_optimizer.step();
      loss += sample_loss.data()(0, 0);
    }
    log.add({loss / static_cast<double>(train.size()), evaluate(own, train), evaluate(own, dev)});
  }
  return log;
}

}  // namespace tp2
