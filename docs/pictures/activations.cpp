#include "tp2/activations.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "nn/matrix.hpp"
#include "pictures/plot.hpp"

namespace gradus::notes {
namespace {

using Node = tp2::Tensor (*)(const tp2::Tensor&);

/// Value or, by the way back, derivative of an activation at each x.
Curve curve_of(Node activation, bool derivative, const std::vector<double>& x) {
  Curve curve;
  curve.x = x;
  curve.dashed = derivative;
  for (const double at : x) {
    const tp2::Tensor input(nn::Matrix{{at}}, true);
    const tp2::Tensor y = activation(input);
    y.backward();
    curve.y.push_back(derivative ? input.gradient()(0, 0) : y.data()(0, 0));
  }
  return curve;
}

}  // namespace

std::string activations() {
  constexpr int kSteps = 80;  // to either side
  std::vector<double> x;
  for (int i = -kSteps; i <= kSteps; ++i) x.push_back(4.0 * i / kSteps);

  Curve tanh = curve_of(tp2::tanh, false, x);
  tanh.label = "tanh";
  tanh.colour = "a";
  Curve slope_of_tanh = curve_of(tp2::tanh, true, x);
  slope_of_tanh.label = "derivative of tanh";
  slope_of_tanh.colour = "a";
  Curve relu = curve_of(tp2::relu, false, x);
  relu.label = "ReLU";
  relu.colour = "b";
  Curve slope_of_relu = curve_of(tp2::relu, true, x);
  slope_of_relu.label = "derivative of ReLU";
  slope_of_relu.colour = "b";
  // There is none at 0: the curve has a gap between its two sides.
  slope_of_relu.x.insert(slope_of_relu.x.begin() + kSteps + 1, {0.0, 0.0});
  slope_of_relu.y.insert(slope_of_relu.y.begin() + kSteps + 1,
                         {std::numeric_limits<double>::quiet_NaN(), 1.0});

  return to_svg({.title =
                     "tanh and ReLU from -4 to 4, with their derivatives: that of tanh is 1 at "
                     "0 and almost 0 beyond 3, that of ReLU is 0 to the left and 1 to the right",
                 .x_label = "x",
                 .y_label = "value (line), derivative (dashes)",
                 .curves = {relu, slope_of_relu, tanh, slope_of_tanh}});
}

}  // namespace gradus::notes
