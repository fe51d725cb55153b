#pragma once

#include <optional>
#include <string>
#include <vector>

namespace gradus::training {

/// One curve of a chart.
struct Line {
  std::string label;  ///< at its end: "train 0.2345"
  std::string css;    ///< "train", "dev", "other train", "other dev": colour, and dashes for dev
  std::vector<double> values;  ///< one an epoch; what is not finite leaves a gap
};

/// Numbers over epochs.
struct LineChart {
  std::string description;  ///< for those who do not see the picture
  std::vector<Line> lines;
  std::optional<std::size_t> mark;  ///< position of an epoch to mark
  std::string mark_text;
  bool percent = false;  ///< values are percentages
};

/// The chart as SVG. Values may be anything; those beyond +-1e12 leave a gap as well.
[[nodiscard]] std::string to_svg(const LineChart& chart);

}  // namespace gradus::training
