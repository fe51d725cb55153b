#include "training/confusion_chart.hpp"

#include <algorithm>
#include <cmath>

#include "training/numbers.hpp"
#include "web/svg.hpp"

namespace gradus::training {
namespace {

namespace svg = web::svg;

constexpr double kCell = 46.0;
constexpr double kGap = 3.0;

/// Where the cells begin: long names take more room than digits.
struct Margins {
  double left = 44.0;
  double top = 52.0;
  double right = 0.0;
  bool slanted = false;  ///< names of the columns
};

Margins margins(const std::array<std::string, kClasses>& names) {
  const bool are_long =
      std::any_of(names.begin(), names.end(), [](const std::string& n) { return n.size() > 2; });
  if (are_long) return {116.0, 104.0, 64.0, true};
  return {};
}

double row_sum(const Answers& answers, int label) {
  double sum = 0.0;
  for (int answer = 0; answer < kClasses; ++answer) sum += answers.counts(label, answer);
  return sum;
}

double largest_error(const Answers& answers) {
  double largest = 0.0;
  for (int label = 0; label < kClasses; ++label) {
    for (int answer = 0; answer < kClasses; ++answer) {
      if (label != answer) largest = std::max(largest, answers.counts(label, answer));
    }
  }
  return largest;
}

std::string rectangle(const std::string& css, double x, double y, double opacity) {
  return "<rect class=\"" + css + "\" x=\"" + svg::px(x) + "\" y=\"" + svg::px(y) + "\" width=\"" +
         svg::px(kCell - kGap) + "\" height=\"" + svg::px(kCell - kGap) +
         "\" rx=\"4\" fill-opacity=\"" + number_text(opacity, 2) + "\"/>";
}

std::string column_name(double x, double y, const std::string& name, bool slanted) {
  if (!slanted) return svg::label("name", x, y, "middle", name);
  return "<text class=\"name\" text-anchor=\"start\" transform=\"translate(" + svg::px(x) + " " +
         svg::px(y) + ") rotate(-40)\">" + svg::text(name) + "</text>";
}

}  // namespace

std::string confusion_svg(const Answers& answers,
                          const std::array<std::string, kClasses>& class_names) {
  const Margins m = margins(class_names);
  const double size = kClasses * kCell;
  const double largest = std::max(1.0, largest_error(answers));
  std::string out = svg::open(m.left + size + m.right, m.top + size,
                              "Confusion matrix: " + count_text(answers.right) + " of " +
                                  count_text(answers.images) +
                                  " images lie on the diagonal, which is right. All counts are in "
                                  "the table below.");
  out += svg::label("axis", m.left + size / 2.0, 16, "middle", "what the model answers");
  for (int label = 0; label < kClasses; ++label) {
    const auto& row_name = class_names[static_cast<std::size_t>(label)];
    const double middle = label * kCell + (kCell - kGap) / 2.0;
    out += column_name(m.left + middle, m.top - 10, row_name, m.slanted);
    out += svg::label("name", m.left - 10, m.top + middle + 5, "end", row_name);
    const double sum = std::max(1.0, row_sum(answers, label));
    for (int answer = 0; answer < kClasses; ++answer) {
      const double count = answers.counts(label, answer);
      const double x = m.left + answer * kCell;
      const double y = m.top + label * kCell;
      const bool right = label == answer;
      const double opacity = right ? 0.1 + 0.9 * count / sum : 0.85 * std::sqrt(count / largest);
      out += "<g><title>" +
             svg::text(row_name + " read as " + class_names[static_cast<std::size_t>(answer)] +
                       ": " + number_text(count, 0) + " of " + number_text(sum, 0) + " (" +
                       percent_text(count / sum, 1) + ")") +
             "</title>" + rectangle("cell", x, y, 1.0);
      if (count > 0.0) out += rectangle(right ? "right" : "wrong", x, y, opacity);
      const std::string css = count == 0.0              ? "count zero"
                              : right && opacity >= 0.6 ? "count on"
                                                        : "count";
      out += svg::label(css, x + (kCell - kGap) / 2.0, y + (kCell - kGap) / 2.0 + 5, "middle",
                        count == 0.0 ? "·" : number_text(count, 0)) +
             "</g>";
    }
  }
  return out + "</svg>";
}

}  // namespace gradus::training
