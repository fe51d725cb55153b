#include "pictures/plot.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <stdexcept>

#include "web/svg.hpp"

namespace gradus::notes {
namespace {

namespace svg = web::svg;
using svg::px;

constexpr double kWidth = 720.0;
constexpr double kHeight = 360.0;
constexpr double kLeft = 74.0;
constexpr double kRight = 150.0;  // for the labels at the ends
constexpr double kTop = 30.0;
constexpr double kBottom = 50.0;
constexpr double kLabelDistance = 19.0;

std::string formatted(const char* format, double x) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, x);
  return text.data();
}

/// One direction of the plot: from numbers to pixels, and where the marks are.
class Axis {
 public:
  Axis(bool logarithmic, double first, double last)
      : logarithmic_(logarithmic), first_(first), last_(last) {}

  void include(double value) {
    if (!std::isfinite(value)) return;
    if (logarithmic_ && value <= 0.0) {
      throw std::invalid_argument("a logarithmic axis is given a number that is not positive");
    }
    low_ = std::min(low_, scaled(value));
    high_ = std::max(high_, scaled(value));
  }

  /// Call it after all include(): widens the range to whole marks.
  void settle() {
    if (low_ > high_) throw std::invalid_argument("there is nothing to draw");
    if (low_ == high_) {
      low_ -= 0.5;
      high_ += 0.5;
    }
    step_ = nice_step(high_ - low_);
    low_ = std::floor(low_ / step_ + 1e-9) * step_;
    high_ = std::ceil(high_ / step_ - 1e-9) * step_;
  }

  [[nodiscard]] double at(double value) const {
    return first_ + (last_ - first_) * (scaled(value) - low_) / (high_ - low_);
  }

  struct Mark {
    double position;
    std::string label;
  };

  [[nodiscard]] std::vector<Mark> marks() const {
    std::vector<Mark> all;
    const auto steps = std::lround((high_ - low_) / step_);
    for (long i = 0; i <= steps; ++i) {
      const double value = low_ + static_cast<double>(i) * step_;
      all.push_back({first_ + (last_ - first_) * (value - low_) / (high_ - low_), label(value)});
    }
    return all;
  }

 private:
  [[nodiscard]] double scaled(double value) const {
    return logarithmic_ ? std::log10(value) : value;
  }

  /// 1, 2 or 5 times a power of ten, so that about five steps fill the range; whole decades on a
  /// logarithmic axis.
  [[nodiscard]] double nice_step(double range) const {
    const double rough = range / 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
      if (factor * power >= rough) step = factor * power;
    }
    return logarithmic_ ? std::max(1.0, std::round(step)) : step;
  }

  [[nodiscard]] std::string label(double value) const {
    // Typed as a minus sign, and never as "-0".
    if (std::abs(value) < 1e-9 * step_) value = 0.0;
    std::string text;
    if (logarithmic_) {
      text = std::abs(value) <= 3.0 ? formatted("%g", std::pow(10.0, value))
                                    : "1e" + formatted("%.0f", value);
    } else {
      text = formatted("%.6g", value);
    }
    for (std::size_t i = text.find('-'); i != std::string::npos; i = text.find('-', i + 1)) {
      text.replace(i, 1, "−");
    }
    return text;
  }

  bool logarithmic_;
  double first_;
  double last_;
  double low_ = std::numeric_limits<double>::infinity();
  double high_ = -std::numeric_limits<double>::infinity();
  double step_ = 1.0;
};

class Drawing {
 public:
  explicit Drawing(const Plot& plot)
      : plot_(plot),
        x_(plot.log_x, kLeft, kWidth - kRight),
        y_(plot.log_y, kHeight - kBottom, kTop) {
    for (const Curve& curve : plot.curves) {
      if (curve.y.size() < curve.x.size()) throw std::invalid_argument("a curve has too few y");
      for (std::size_t i = 0; i < curve.x.size(); ++i) {
        x_.include(curve.x[i]);
        y_.include(curve.y[i]);
      }
    }
    x_.settle();
    y_.settle();
  }

  std::string draw() {
    svg_ = "<svg class=\"plot\" viewBox=\"0 0 " + px(kWidth) + " " + px(kHeight) +
           "\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\"><title>" + svg::text(plot_.title) +
           "</title>\n";
    grid();
    for (const Curve& curve : plot_.curves) draw_curve(curve);
    end_labels();
    return svg_ + "</svg>\n";
  }

 private:
  void text(const char* css, double x, double y, const std::string& raw) {
    svg_ += std::string("<text class=\"") + css + "\" x=\"" + px(x) + "\" y=\"" + px(y) + "\">" +
            svg::text(raw) + "</text>\n";
  }

  void line(const char* css, double x1, double y1, double x2, double y2) {
    svg_ += svg::line(css, x1, y1, x2, y2);
  }

  void grid() {
    for (const Axis::Mark& mark : y_.marks()) {
      line("line", kLeft, mark.position, kWidth - kRight, mark.position);
      text("small end", kLeft - 8, mark.position + 4, mark.label);
    }
    for (const Axis::Mark& mark : x_.marks()) {
      line("axis", mark.position, kHeight - kBottom, mark.position, kHeight - kBottom + 5);
      text("small", mark.position, kHeight - kBottom + 20, mark.label);
    }
    line("axis", kLeft, kHeight - kBottom, kWidth - kRight, kHeight - kBottom);
    text("small start", kLeft - 60, kTop - 14, plot_.y_label);
    text("small", (kLeft + kWidth - kRight) / 2, kHeight - 10, plot_.x_label);
  }

  void draw_curve(const Curve& curve) {
    std::string path;
    std::string dots;
    bool pen_down = false;
    for (std::size_t i = 0; i < curve.x.size(); ++i) {
      if (!std::isfinite(curve.y[i]) || !std::isfinite(curve.x[i])) {
        pen_down = false;
        continue;
      }
      const std::string x = px(x_.at(curve.x[i]));
      const std::string y = px(y_.at(curve.y[i]));
      path.append(pen_down ? "L" : "M").append(x).append(" ").append(y);
      pen_down = true;
      if (curve.dots) {
        dots.append("<circle class=\"dot-").append(curve.colour).append("\" cx=\"").append(x);
        dots.append("\" cy=\"").append(y).append("\" r=\"3.4\"/>\n");
      }
    }
    svg_ += "<path class=\"curve-" + curve.colour + (curve.dashed ? " dashed" : "") + "\" d=\"" +
            path + "\"/>\n" + dots;
  }

  /// The label of each curve at its right end, moved so that none hides another.
  void end_labels() {
    struct Label {
      const Curve* curve;
      double y;
    };
    std::vector<Label> labels;
    for (const Curve& curve : plot_.curves) {
      for (std::size_t i = curve.x.size(); i-- > 0;) {
        if (!std::isfinite(curve.y[i])) continue;
        labels.push_back({&curve, y_.at(curve.y[i])});
        break;
      }
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < labels.size(); ++i) {
      labels[i].y = std::max(labels[i].y, labels[i - 1].y + kLabelDistance);
    }
    double most = kHeight - kBottom;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
      label->y = std::min(label->y, most);
      most = label->y - kLabelDistance;
    }
    for (const Label& label : labels) {
      text(("start text-" + label.curve->colour).c_str(), kWidth - kRight + 10, label.y + 4,
           label.curve->label);
    }
  }

  const Plot& plot_;
  Axis x_;
  Axis y_;
  std::string svg_;
};

}  // namespace

std::string to_svg(const Plot& plot) { return Drawing(plot).draw(); }

}  // namespace gradus::notes
