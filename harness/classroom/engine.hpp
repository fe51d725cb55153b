#pragma once

#include <string>
#include <vector>

namespace gradus::classroom {

/// What has submissions judged: it starts judges, on this machine or on others, and nothing more.
/// What they find appears on the desk, where whoever leads the run picks it up.
class Engine {
 public:
  virtual ~Engine() = default;

  /// Starts to have these judged. Called again only when nobody works any more.
  virtual void begin(const std::vector<std::string>& submissions) = 0;
  /// Whether somebody still works.
  [[nodiscard]] virtual bool is_working() = 0;
};

}  // namespace gradus::classroom
