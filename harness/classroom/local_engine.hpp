#pragma once

#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "classroom/desk.hpp"
#include "classroom/engine.hpp"

namespace gradus::classroom {

/// Judges on this machine, several at a time.
class LocalEngine : public Engine {
 public:
  /// \param program the grader
  /// \param jobs judges that work at a time
  LocalEngine(const Desk& desk, std::filesystem::path program, unsigned jobs)
      : desk_(desk), program_(std::move(program)), jobs_(jobs) {}

  void begin(const std::vector<std::string>& submissions) override;
  /// \throws what keeps judges from working here at all, such as a full disk
  [[nodiscard]] bool is_working() override;

 private:
  const Desk& desk_;
  std::filesystem::path program_;
  unsigned jobs_;
  Orders orders_;
  std::atomic<std::size_t> next_{0};
  std::atomic<unsigned> working_{0};
  std::mutex mutex_;
  std::exception_ptr trouble_;
  std::vector<std::jthread> threads_;
};

}  // namespace gradus::classroom
