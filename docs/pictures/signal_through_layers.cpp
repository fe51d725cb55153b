#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "pictures/plot.hpp"
#include "tp2/init.hpp"

namespace gradus::notes {
namespace {

using Init = std::function<void(tp2::Parameter&, nn::Rng&)>;

/// Ten layers: 512 inputs, 32 units in the last layer, and each about three quarters as wide as the
/// one before.
constexpr std::array<nn::Index, 11> kWidths = {512, 388, 294, 223, 169, 128, 97, 74, 56, 42, 32};
constexpr int kNetworks = 12;
constexpr nn::Index kSamples = 16;

void fill(nn::Matrix& A, double limit, nn::Rng& rng) {
  for (double& entry : A) entry = rng.uniform(-limit, limit);
}

void kaiming_with_fan_out(tp2::Parameter& W, nn::Rng& rng) {
  fill(W.data(), std::sqrt(6.0 / static_cast<double>(W.data().rows())), rng);
}

void half_of_kaiming(tp2::Parameter& W, nn::Rng& rng) {
  tp2::kaiming_init(W, rng);
  W.data() *= 0.5;
}

/// The mean square of the values after each layer with ReLU, over several networks.
Curve measured(const std::string& label, const std::string& colour, const Init& init) {
  nn::Rng rng(1);
  Curve curve{.label = label, .colour = colour, .x = {}, .y = {}, .dots = true};
  for (std::size_t l = 0; l < kWidths.size(); ++l) {
    curve.x.push_back(static_cast<double>(l));
    curve.y.push_back(0.0);
  }
  for (int network = 0; network < kNetworks; ++network) {
    nn::Matrix h(kWidths[0], kSamples);
    fill(h, std::sqrt(3.0), rng);  // the mean square is 1
    curve.y[0] += nn::mean(nn::square(h)) / kNetworks;
    for (std::size_t l = 1; l < kWidths.size(); ++l) {
      tp2::Parameter W("W", kWidths[l], kWidths[l - 1]);
      init(W, rng);
      h = nn::maximum(W.data() * h, 0.0);
      curve.y[l] += nn::mean(nn::square(h)) / kNetworks;
    }
  }
  return curve;
}

}  // namespace

std::string signal_through_layers() {
  Curve small = measured("half the limit", "a", half_of_kaiming);
  small.dashed = true;
  return to_svg({
      .title = "The mean square of the values in a network of ten layers with ReLU, whose widths "
               "fall from 512 to 32. Drawn by Kaiming's rule with the fan-in it stays near 1, with "
               "the fan-out it rises to about 16, by Glorot's rule it falls to about 0.004, and "
               "with half of Kaiming's limit to about a millionth.",
      .x_label = "layers that the values have gone through",
      .y_label = "mean square of the values",
      .log_y = true,
      .curves = {measured("Kaiming, fan-out", "b", kaiming_with_fan_out),
                 measured("Kaiming, fan-in", "a", tp2::kaiming_init),
                 measured("Glorot", "c", tp2::glorot_init), small},
  });
}

}  // namespace gradus::notes
