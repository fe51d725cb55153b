#include "tp2/deep_network.hpp"
#include "tp2/training.hpp"
#include "worker/trainer/trainer.hpp"

namespace gradus::trainer {

double train(const nn::Dataset& train, const nn::Dataset& dev, const nn::Dataset& test,
             const nn::TrainingOptions& options, nn::Rng& rng) {
  constexpr nn::Index kHiddenUnits = 100;
  constexpr nn::Index kHiddenLayers = 1;
  tp2::DeepNetwork network(train.n_features(), train.n_classes(), kHiddenUnits, kHiddenLayers,
                           tp2::Activation::kTanh);
  network.init_parameters(rng);
  tp2::SGD optimizer(network, options.learning_rate);
  tp2::training_loop(network, optimizer, train, dev, options, rng);
  return tp2::evaluate(network, test);
}

}  // namespace gradus::trainer
