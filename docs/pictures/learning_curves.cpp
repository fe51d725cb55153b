#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "nn/dataset.hpp"
#include "nn/rng.hpp"
#include "pictures/plot.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace gradus::notes {
namespace {

using nn::Index;

/// Images of random pixels. The class says which half is brighter, but one label in ten is wrong.
nn::Dataset bright_halves(nn::Rng& rng, Index images) {
  constexpr Index kSide = 4;
  std::vector<std::uint8_t> pixels;
  std::vector<std::uint8_t> labels;
  for (Index i = 0; i < images; ++i) {
    Index left_minus_right = 0;
    for (Index place = 0; place < kSide * kSide; ++place) {
      const Index pixel = rng.below(256);
      pixels.push_back(static_cast<std::uint8_t>(pixel));
      left_minus_right += place % kSide < kSide / 2 ? pixel : -pixel;
    }
    const bool is_wrong = rng.uniform() < 0.1;
    labels.push_back((left_minus_right > 0) != is_wrong ? 1 : 0);
  }
  return {std::move(pixels), std::move(labels), kSide, kSide, 2};
}

double mean_loss(const tp2::Network& network, const nn::Dataset& data) {
  std::vector<Index> all(static_cast<std::size_t>(data.size()));
  std::iota(all.begin(), all.end(), Index{0});
  const tp2::Tensor logits = network.forward(tp2::Tensor(data.images(all)));
  return tp2::nll(logits, data.labels(all)).data()(0, 0);
}

}  // namespace

std::string learning_curves() {
  constexpr int kEpochs = 150;
  constexpr double kRate = 0.03;
  nn::Rng rng(3);
  const nn::Dataset train = bright_halves(rng, 100);
  const nn::Dataset dev = bright_halves(rng, 1000);
  tp2::DeepNetwork network(train.n_features(), train.n_classes(), 20, 1, tp2::Activation::kTanh);
  network.init_parameters(rng);
  tp2::SGD optimizer(network, kRate);

  Curve train_loss{"train loss", "a", {}, {}};
  Curve dev_loss{"dev loss", "b", {}, {}};
  Curve dev_errors{"errors on dev", "c", {}, {}, true};
  for (int epoch = 1; epoch <= kEpochs; ++epoch) {
    const auto log = tp2::training_loop(network, optimizer, train, dev, {1, kRate}, rng);
    for (Curve* curve : {&train_loss, &dev_loss, &dev_errors}) curve->x.push_back(epoch);
    train_loss.y.push_back(log.back().mean_loss);
    dev_loss.y.push_back(mean_loss(network, dev));
    dev_errors.y.push_back(1.0 - log.back().dev_accuracy);
  }

  Plot plot;
  plot.title =
      "Train loss, dev loss and the share of errors on dev over 150 epochs. All fall at first. "
      "Later the dev loss rises without end, while the train loss goes on towards 0. The share of "
      "errors on dev hardly moves.";
  plot.x_label = "epoch";
  plot.y_label = "loss, share of errors";
  plot.curves = {train_loss, dev_loss, dev_errors};
  return to_svg(plot);
}

}  // namespace gradus::notes
