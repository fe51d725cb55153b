#include "web/svg.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "report/escape.hpp"

namespace gradus::web::svg {

std::string text(std::string_view raw) {
  std::string escaped;
  for (const char c : report::visible(raw)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string px(double x) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.1f", x);
  return digits.data();
}

std::string open(double width, double height, std::string_view label) {
  return "<svg viewBox=\"0 0 " + px(width) + " " + px(height) + "\" role=\"img\" aria-label=\"" +
         text(label) + "\">";
}

std::string line(std::string_view css, double x1, double y1, double x2, double y2) {
  return "<line class=\"" + std::string(css) + "\" x1=\"" + px(x1) + "\" y1=\"" + px(y1) +
         "\" x2=\"" + px(x2) + "\" y2=\"" + px(y2) + "\"/>";
}

std::string label(std::string_view css, double x, double y, std::string_view anchor,
                  std::string_view raw) {
  return "<text class=\"" + std::string(css) + "\" x=\"" + px(x) + "\" y=\"" + px(y) +
         "\" text-anchor=\"" + std::string(anchor) + "\">" + text(raw) + "</text>";
}

std::string bar(double share) {
  return "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" "
         "aria-hidden=\"true\"><rect width=\"" +
         px(100.0 * std::clamp(share, 0.0, 1.0)) + "\" height=\"10\"/></svg>";
}

}  // namespace gradus::web::svg
