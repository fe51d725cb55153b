#pragma once

#include <string>
#include <string_view>

namespace gradus::report {

/// How to write to one terminal or file: colour and drawing characters only where they help.
struct Style {
  bool colour = false;
  bool unicode = false;

  /// For a file descriptor: colour only on a terminal, unless NO_COLOR is set or TERM is dumb;
  /// drawing characters only in a UTF-8 locale.
  [[nodiscard]] static Style of(int descriptor);

  /// Whether lines on this descriptor can be redrawn: a terminal that is not dumb.
  [[nodiscard]] static bool can_redraw(int descriptor);

  [[nodiscard]] std::string green(std::string_view text) const { return paint("32", text); }
  [[nodiscard]] std::string red(std::string_view text) const { return paint("31", text); }
  [[nodiscard]] std::string yellow(std::string_view text) const { return paint("33", text); }
  [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return paint("2", text); }

 private:
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const;
};

}  // namespace gradus::report
