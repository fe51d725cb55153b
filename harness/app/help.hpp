#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace gradus::app {

/// CLI11's help, broken into lines of at most 80 columns.
class Help : public CLI::Formatter {
 public:
  Help() { column_width(kColumn); }

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    std::istringstream lines(CLI::Formatter::make_help(app, std::move(name), mode));
    std::string out;
    for (std::string line; std::getline(lines, line);) out += broken(std::move(line));
    return out;
  }

 private:
  static constexpr std::size_t kColumn = 26;  ///< where descriptions begin
  static constexpr std::size_t kColumns = 80;

  static std::string broken(std::string line) {
    std::string out;
    while (line.size() > kColumns) {
      const std::size_t blank = line.rfind(' ', kColumns);
      if (blank == std::string::npos || blank <= kColumn) break;
      out += line.substr(0, blank) + "\n";
      line = std::string(kColumn, ' ') + line.substr(blank + 1);
    }
    return out + line + "\n";
  }
};

}  // namespace gradus::app
