#include <cmath>
#include <limits>

#include "pictures/plot.hpp"

namespace gradus::notes {
namespace {

double forward(double x, double h) { return (std::exp(x + h) - std::exp(x)) / h; }

double central(double x, double h) { return (std::exp(x + h) - std::exp(x - h)) / (2.0 * h); }

/// Two central differences, combined so that the error in h^2 cancels.
double extrapolated(double x, double h) {
  return (4.0 * central(x, h / 2.0) - central(x, h)) / 3.0;
}

/// The mean relative error of a difference of exp, over points between 1 and 2: a single point
/// would show its luck. A gap where it is exactly 0.
double mean_error(double (*difference)(double, double), double h) {
  constexpr int kPoints = 64;
  double sum = 0.0;
  for (int i = 0; i < kPoints; ++i) {
    const double x = 1.0 + (i + 0.5) / kPoints;
    sum += std::abs(difference(x, h) / std::exp(x) - 1.0);
  }
  return sum > 0.0 ? sum / kPoints : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

std::string step_size() {
  Plot plot;
  plot.title =
      "Error of three differences against the step h, on logarithmic axes. Each falls as h "
      "shrinks, turns, and rises again as rounding takes over. The forward difference turns near "
      "1e-8, the central one near 1e-5 and much lower, the extrapolated one near 1e-3 and lower "
      "still.";
  plot.x_label = "step h";
  plot.y_label = "relative error";
  plot.log_x = true;
  plot.log_y = true;
  plot.curves = {
      {"forward", "b", {}, {}}, {"central", "a", {}, {}}, {"extrapolated", "c", {}, {}, true}};
  // Not the powers of 2, at which some roundings do not happen.
  for (double exponent = -14.0; exponent <= 0.01; exponent += 0.25) {
    const double h = std::pow(10.0, exponent);
    for (Curve& curve : plot.curves) curve.x.push_back(h);
    plot.curves[0].y.push_back(mean_error(forward, h));
    plot.curves[1].y.push_back(mean_error(central, h));
    plot.curves[2].y.push_back(mean_error(extrapolated, h));
  }
  return to_svg(plot);
}

}  // namespace gradus::notes
