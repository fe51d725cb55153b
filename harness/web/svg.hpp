#pragma once

#include <string>
#include <string_view>

/// Pieces of SVG. All colours are classes of a style sheet, so that they follow light and dark.
namespace gradus::web::svg {

/// A text between tags or in an attribute: made visible, then escaped.
[[nodiscard]] std::string text(std::string_view raw);

/// A coordinate or length, to a tenth.
[[nodiscard]] std::string px(double x);

/// The opening tag of a picture that scales with its container.
/// \param label read to those who do not see it
[[nodiscard]] std::string open(double width, double height, std::string_view label);

[[nodiscard]] std::string line(std::string_view css, double x1, double y1, double x2, double y2);

/// \param anchor "start", "middle" or "end"
[[nodiscard]] std::string label(std::string_view css, double x, double y, std::string_view anchor,
                                std::string_view raw);

/// A bar whose length is a share of its container's width; a whole picture, and mere decoration.
[[nodiscard]] std::string bar(double share);

}  // namespace gradus::web::svg
