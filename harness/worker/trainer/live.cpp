#include "worker/trainer/live.hpp"

#include <algorithm>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

#include "report/style.hpp"
#include "worker/trainer/lines.hpp"

namespace gradus::trainer {
namespace {

using namespace std::chrono_literals;

constexpr auto kRedraw = 100ms;
constexpr std::size_t kWidth = 80;

/// A line that wraps could not be redrawn, and the last column wraps on some terminals.
std::size_t usable_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kWidth - 1;
  return std::min<std::size_t>(size.ws_col, kWidth) - 1;
}

}  // namespace

Live::Live(const nn::Dataset& train, int epochs)
    : train_(train),
      planned_(epochs),
      terminal_(report::Style::can_redraw(STDOUT_FILENO)),
      unicode_(report::Style::of(STDOUT_FILENO).unicode),
      served_at_start_(train.images_served()) {
  if (!terminal_) return;
  painter_ = std::thread([this] {
    while (!stop_) {
      std::this_thread::sleep_for(kRedraw);
      const std::lock_guard lock(mutex_);
      redraw();
    }
  });
}

Live::~Live() {
  stop_ = true;
  if (painter_.joinable()) painter_.join();
  erase();
}

void Live::redraw() {
  const auto done = static_cast<int>(epochs_.size());
  if (done >= planned_) return;
  Moment now;
  now.epoch = done + 1;
  now.epochs = planned_;
  now.samples = train_.size();
  now.sample = std::min(train_.images_served() - served_at_start_, now.samples);
  if (!epochs_.empty()) now.last = epochs_.back();
  const double in_epoch = static_cast<double>(now.sample) / static_cast<double>(now.samples);
  const double share = (done + in_epoch) / planned_;
  const std::chrono::duration<double> spent = Clock::now() - start_;
  if (in_epoch > 0.01 || done > 0) now.seconds_left = spent.count() * (1.0 / share - 1.0);
  std::printf("\r\x1b[K%s", progress_line(now, usable_width(), unicode_).c_str());
  std::fflush(stdout);
  drawn_ = true;
}

void Live::erase() {
  if (!drawn_) return;
  std::printf("\r\x1b[K");
  std::fflush(stdout);
  drawn_ = false;
}

void Live::add(const training::Epoch& epoch) {
  const std::lock_guard lock(mutex_);
  erase();
  epochs_.push_back(epoch);
  std::printf("%s\n", epoch_line(epochs_, planned_, usable_width(), unicode_).c_str());
  std::fflush(stdout);
  served_at_start_ = train_.images_served();
}

}  // namespace gradus::trainer
