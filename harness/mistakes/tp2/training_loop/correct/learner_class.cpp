// variant: A small class holds network and optimiser and visits the samples.
// source: V32

#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {

class Learner {
 public:
  Learner(const Network& network, SGD& optimizer) : network_(network), optimizer_(optimizer) {}

  void visit(const nn::Vector& x, nn::Index gold) {
    optimizer_.zero_grad();
    const Tensor loss = nll(network_.forward(Tensor(as_column(x))), gold);
    loss.backward();
    optimizer_.step();
    sum_ += loss.data()(0, 0);
    count_ += 1.0;
  }
  [[nodiscard]] double mean_loss() const { return sum_ / count_; }

 private:
  const Network& network_;
  SGD& optimizer_;
  double sum_ = 0.0;
  double count_ = 0.0;
};

}  // namespace

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  nn::TrainingLog log;
  std::vector<nn::Index> order(static_cast<std::size_t>(train.size()));
  std::iota(order.begin(), order.end(), nn::Index{0});

  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    rng.shuffle(order);
    Learner learner(network, optimizer);
    for (const nn::Index i : order) learner.visit(train.image(i), train.label(i));
    log.add({learner.mean_loss(), evaluate(network, train), evaluate(network, dev)});
  }
  return log;
}

}  // namespace tp2
