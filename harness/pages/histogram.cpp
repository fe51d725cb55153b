#include "pages/histogram.hpp"

#include <algorithm>

#include "report/words.hpp"
#include "web/svg.hpp"

namespace gradus::pages {
namespace {

namespace svg = web::svg;
using report::points_text;

constexpr double kWidth = 640.0;
constexpr double kHeight = 250.0;
constexpr double kTop = 46.0;     ///< for the median's label and the highest bar's count
constexpr double kFloor = 216.0;  ///< where bars stand; below it, their points
constexpr double kGap = 4.0;
/// As many labels as find room on a small screen.
constexpr std::size_t kLabelEvery = 5;

std::string rectangle(const std::string& css, double x, double y, double width, double height) {
  return "<rect class=\"" + css + "\" x=\"" + svg::px(x) + "\" y=\"" + svg::px(y) + "\" width=\"" +
         svg::px(width) + "\" height=\"" + svg::px(height) + "\" rx=\"3\">";
}

std::string as_students(std::size_t n) {
  return std::to_string(n) + (n == 1 ? " student" : " students");
}

/// The rectangle of one bar, with its count above and its points below.
std::string bar(const std::vector<Bar>& bars, std::size_t i, double step, double height) {
  const double x = static_cast<double>(i) * step;
  const bool last = i + 1 == bars.size();
  const std::string points = points_text(bars[i].from);
  const std::string range = last ? points : points + " to below " + points_text(bars[i + 1].from);
  std::string out =
      rectangle(last ? "full" : "some", x + kGap / 2, kFloor - height, step - kGap, height) +
      "<title>" + svg::text(range + " points: ") + as_students(bars[i].students) +
      "</title></rect>";
  if (bars[i].students > 0) {
    out += svg::label("count", x + step / 2, kFloor - height - 6, "middle",
                      std::to_string(bars[i].students));
  }
  if (i % kLabelEvery == 0 || last) {
    out += svg::label("axis", x + step / 2, kHeight - 10, "middle", points);
  }
  return out;
}

/// A line behind the bars, with a label that stays inside of the picture.
std::string median_line(const LabStatistics& lab, double step) {
  // The last bar stands for one number alone, every other one for a range.
  const double share = static_cast<double>(lab.points.median) / std::max(1, lab.out_of);
  const double x = share < 1.0 ? share * (kWidth - step) : kWidth - step / 2;
  const char* anchor = x < 70 ? "start" : x > kWidth - 70 ? "end" : "middle";
  return svg::line("mark", x, 22, x, kFloor) +
         svg::label("marked", x, 15, anchor, "median " + points_text(lab.points.median));
}

}  // namespace

std::string histogram_svg(const LabStatistics& lab) {
  const auto& bars = lab.histogram;
  std::size_t most = 1;
  for (const Bar& b : bars) most = std::max(most, b.students);
  const double step = kWidth / static_cast<double>(bars.size());
  std::string out =
      svg::open(kWidth, kHeight,
                "Histogram of " + lab.name + ": " + as_students(lab.students) + ", median " +
                    points_text(lab.points.median) + " of " + points_text(lab.out_of) +
                    " points. All counts are in the table below.");
  out += median_line(lab, step);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double share = static_cast<double>(bars[i].students) / static_cast<double>(most);
    out += bar(bars, i, step, share * (kFloor - kTop));
  }
  return out + svg::line("grid", 0, kFloor + 0.5, kWidth, kFloor + 0.5) + "</svg>";
}

}  // namespace gradus::pages
