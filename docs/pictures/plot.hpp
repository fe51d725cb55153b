#pragma once

#include <string>
#include <vector>

namespace gradus::notes {

/// One curve of a plot.
struct Curve {
  std::string label;
  std::string colour;  ///< "a" (blue), "b" (orange), "c" (green) or "back" (red, for gradients)
  std::vector<double> x;
  std::vector<double> y;  ///< as many as x; what is not finite leaves a gap
  bool dashed = false;
  bool dots = false;  ///< a dot at each point, as for few points
};

/// Curves over a horizontal axis. Colours are classes of the style sheet, so that they follow light
/// and dark; each curve has its label at its right end too, so that colour is never alone.
struct Plot {
  std::string title = {};  ///< what there is to see, read to those who do not see it
  std::string x_label = {};
  std::string y_label = {};
  bool log_x = false;
  bool log_y = false;
  std::vector<Curve> curves = {};
};

/// The plot as SVG.
/// \throws std::invalid_argument if there is nothing to draw, a curve has fewer y than x, or a
///         logarithmic axis is given numbers that are not positive
[[nodiscard]] std::string to_svg(const Plot& plot);

}  // namespace gradus::notes
