#include "training/line_chart.hpp"

#include <algorithm>
#include <cmath>

#include "training/numbers.hpp"
#include "web/svg.hpp"

namespace gradus::training {
namespace {

namespace svg = web::svg;

constexpr double kWidth = 560.0;
constexpr double kHeight = 300.0;
constexpr double kLeft = 66.0;
constexpr double kRight = 140.0;  // for the labels at the ends
constexpr double kTop = 32.0;
constexpr double kBottom = 36.0;
constexpr double kLabelDistance = 20.0;
constexpr double kLargest = 1e12;
constexpr std::size_t kMostDots = 40;

bool can_be_drawn(double y) { return std::abs(y) <= kLargest; }  // false for NaN

/// The range of the vertical axis, and the step from mark to mark.
struct Axis {
  double low = 0.0;
  double high = 1.0;
  double step = 0.25;
};

/// 1, 2 or 5 times a power of ten, so that about four steps fill the range.
double nice_step(double range) {
  const double rough = range / 4.0;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10.0 * power;
}

Axis axis_for(const LineChart& chart) {
  double low = kLargest;
  double high = -kLargest;
  for (const Line& line : chart.lines) {
    for (const double y : line.values) {
      if (!can_be_drawn(y)) continue;
      low = std::min(low, y);
      high = std::max(high, y);
    }
  }
  if (low > high) return {};
  const double least = std::max(1e-3, 1e-3 * std::abs(high));
  Axis axis;
  axis.step = nice_step(std::max(high - low, least));
  axis.low = std::floor(low / axis.step) * axis.step;
  axis.high = std::ceil(high / axis.step) * axis.step;
  if (axis.high <= axis.low) axis.high = axis.low + axis.step;
  return axis;
}

/// As many digits as the steps between the marks have.
std::string mark_label(double y, double step) {
  const int digits = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
  return number_text(y, digits);
}

/// Where an end label goes, so that none hides another.
struct EndLabel {
  const Line* line = nullptr;
  double y = 0.0;
};

void spread(std::vector<EndLabel>& labels) {
  std::sort(labels.begin(), labels.end(),
            [](const EndLabel& a, const EndLabel& b) { return a.y < b.y; });
  const double lowest = kHeight - kBottom;
  for (std::size_t i = 1; i < labels.size(); ++i) {
    labels[i].y = std::max(labels[i].y, labels[i - 1].y + kLabelDistance);
  }
  double most = lowest;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
    label->y = std::min(label->y, most);
    most = label->y - kLabelDistance;
  }
}

class Drawing {
 public:
  explicit Drawing(const LineChart& chart) : chart_(chart), axis_(axis_for(chart)) {
    for (const Line& line : chart.lines) epochs_ = std::max(epochs_, line.values.size());
  }

  std::string draw() {
    svg_ = svg::open(kWidth, kHeight, chart_.description);
    grid();
    mark();
    for (const Line& line : chart_.lines) curve(line);
    end_labels();
    return svg_ + "</svg>";
  }

 private:
  [[nodiscard]] double x(std::size_t epoch) const {
    const double width = kWidth - kLeft - kRight;
    if (epochs_ < 2) return kLeft + width / 2.0;
    return kLeft + width * static_cast<double>(epoch) / static_cast<double>(epochs_ - 1);
  }

  [[nodiscard]] double y(double value) const {
    const double share = (value - axis_.low) / (axis_.high - axis_.low);
    return kHeight - kBottom - share * (kHeight - kTop - kBottom);
  }

  void grid() {
    const int steps = static_cast<int>(std::lround((axis_.high - axis_.low) / axis_.step));
    for (int i = 0; i <= steps; ++i) {
      const double value = axis_.low + i * axis_.step;
      svg_ += svg::line("grid", kLeft, y(value), kWidth - kRight, y(value));
      svg_ += svg::label("tick", kLeft - 8, y(value) + 4.5, "end",
                         mark_label(value, axis_.step) + (chart_.percent ? " %" : ""));
    }
    const std::size_t step = std::max<std::size_t>(1, (epochs_ + 6) / 7);
    for (std::size_t epoch = 0; epoch < epochs_; epoch += step) {
      svg_ += svg::label("tick", x(epoch), kHeight - 12, "middle", std::to_string(epoch + 1));
    }
    svg_ += svg::label("tick", kWidth - kRight + 14, kHeight - 12, "start", "epoch");
  }

  void mark() {
    if (!chart_.mark || epochs_ < 2) return;
    const double at = x(*chart_.mark);
    svg_ += svg::line("mark", at, kTop - 8, at, kHeight - kBottom);
    const bool in_the_right_half = at > kLeft + (kWidth - kLeft - kRight) / 2.0;
    svg_ += svg::label("marked", at + (in_the_right_half ? 4 : -4), kTop - 14,
                       in_the_right_half ? "end" : "start", chart_.mark_text);
  }

  void curve(const Line& line) {
    std::string path;
    std::string dots;
    bool pen_down = false;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
      const double value = line.values[i];
      if (!can_be_drawn(value)) {
        pen_down = false;
        continue;
      }
      path += (pen_down ? "L" : "M") + svg::px(x(i)) + " " + svg::px(y(value));
      pen_down = true;
      if (line.values.size() <= kMostDots) {
        dots += "<circle class=\"" + line.css + "\" cx=\"" + svg::px(x(i)) + "\" cy=\"" +
                svg::px(y(value)) + "\" r=\"3.2\"><title>" +
                svg::text("epoch " + std::to_string(i + 1) + ": " +
                          number_text(value, chart_.percent ? 2 : 4)) +
                "</title></circle>";
      }
    }
    svg_ += "<path class=\"curve " + line.css + "\" d=\"" + path + "\"/>" + dots;
  }

  void end_labels() {
    std::vector<EndLabel> labels;
    for (const Line& line : chart_.lines) {
      const auto last = std::find_if(line.values.rbegin(), line.values.rend(), can_be_drawn);
      if (last != line.values.rend()) labels.push_back({&line, y(*last)});
    }
    spread(labels);
    for (const EndLabel& label : labels) {
      svg_ += svg::label("end " + label.line->css, kWidth - kRight + 14, label.y + 4.5, "start",
                         label.line->label);
    }
  }

  const LineChart& chart_;
  Axis axis_;
  std::size_t epochs_ = 0;
  std::string svg_;
};

}  // namespace

std::string to_svg(const LineChart& chart) { return Drawing(chart).draw(); }

}  // namespace gradus::training
