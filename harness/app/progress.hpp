#pragma once

#include <string>

#include "judge/judge.hpp"
#include "report/style.hpp"

namespace gradus::app {

/// Shows on standard error how far a run is: a line that is redrawn on a terminal, plain lines
/// otherwise. Erased before the report is printed.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Shows what is being done now.
  void show(const std::string& what);
  /// Removes the line.
  void clear();

  [[nodiscard]] judge::Watcher watcher();

 private:
  bool live_;
  bool shown_ = false;
};

}  // namespace gradus::app
