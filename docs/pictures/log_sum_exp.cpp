#include <algorithm>
#include <cmath>

#include "pictures/plot.hpp"

namespace gradus::notes {

std::string log_sum_exp() {
  Plot plot;
  plot.title =
      "Log-sum-exp of t and 0, and the maximum of t and 0, for t from -4 to 4. The maximum has a "
      "corner at t = 0. Log-sum-exp lies above it by log 2 there, and approaches it on both sides.";
  plot.x_label = "t";
  plot.y_label = "value";
  plot.curves = {{"log-sum-exp", "a", {}, {}}, {"maximum", "b", {}, {}, true}};
  for (int i = -80; i <= 80; ++i) {
    const double t = i / 20.0;
    const double m = std::max(t, 0.0);
    for (Curve& curve : plot.curves) curve.x.push_back(t);
    plot.curves[0].y.push_back(m + std::log(std::exp(t - m) + std::exp(-m)));
    plot.curves[1].y.push_back(m);
  }
  return to_svg(plot);
}

}  // namespace gradus::notes
