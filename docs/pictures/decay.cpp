#include <cmath>

#include "pictures/plot.hpp"

namespace gradus::notes {
namespace {

/// How far a weight is from its optimum after each step of noisy descent: the root of the mean
/// square over all runs, which obeys q' = (1 - eta)^2 q + eta^2.
Curve distances(const char* label, const char* colour, double (*rate)(int)) {
  constexpr int kSteps = 1000;
  constexpr double kStart = 10.0;
  Curve curve{label, colour, {}, {}};
  double mean_square = kStart * kStart;
  for (int k = 0; k < kSteps; ++k) {
    const double eta = rate(k);
    mean_square = (1.0 - eta) * (1.0 - eta) * mean_square + eta * eta;
    curve.x.push_back(k + 1);
    curve.y.push_back(std::sqrt(mean_square));
  }
  return curve;
}

double large(int /*k*/) { return 0.5; }

double small(int /*k*/) { return 0.01; }

double decaying(int k) { return 0.5 / (1.0 + k / 4.0); }

}  // namespace

std::string decay() {
  Plot plot;
  plot.title =
      "Distance from the optimum against the step, on logarithmic axes. The large constant rate is "
      "close after ten steps and comes no closer. The small one needs some hundred steps and ends "
      "lower. The decaying rate falls as fast as the large one and goes on falling.";
  plot.x_label = "step";
  plot.y_label = "distance";
  plot.log_x = true;
  plot.log_y = true;
  plot.curves = {distances("large rate", "b", large), distances("small rate", "c", small),
                 distances("decaying rate", "a", decaying)};
  return to_svg(plot);
}

}  // namespace gradus::notes
