#include <algorithm>

#include "tp2/deep_network.hpp"
#include "tp2/training.hpp"
#include "worker/convert.hpp"
#include "worker/trainer/learner.hpp"

namespace gradus::trainer {
namespace {

constexpr nn::Index kHiddenUnits = 100;
constexpr nn::Index kHiddenLayers = 1;

class Network : public Learner {
 public:
  Network(nn::Index n_features, nn::Index n_classes, nn::Rng& rng)
      : network_(n_features, n_classes, kHiddenUnits, kHiddenLayers, tp2::Activation::kTanh) {
    network_.init_parameters(rng);
  }

  [[nodiscard]] std::vector<training::NamedArray> parameters() const override {
    std::vector<training::NamedArray> all;
    for (const tp2::Parameter& p : network_.parameters()) {
      all.push_back({p.name(), worker::to_array(p.data())});
    }
    return all;
  }

  void assign(const std::vector<Array>& values) override {
    std::vector<tp2::Parameter> parameters = network_.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      std::copy(values[i].values.begin(), values[i].values.end(), parameters[i].data().begin());
    }
  }

  void train(const nn::Dataset& train, const nn::Dataset& dev, const nn::TrainingOptions& options,
             nn::Rng& rng) override {
    tp2::SGD optimizer(network_, options.learning_rate);
    tp2::training_loop(network_, optimizer, train, dev, options, rng);
  }

  [[nodiscard]] nn::Matrix logits(const nn::Matrix& images) const override {
    return network_.forward(tp2::Tensor(images)).data();
  }

 private:
  tp2::DeepNetwork network_;
};

}  // namespace

std::unique_ptr<Learner> make_learner(nn::Index n_features, nn::Index n_classes, nn::Rng& rng) {
  return std::make_unique<Network>(n_features, n_classes, rng);
}

}  // namespace gradus::trainer
