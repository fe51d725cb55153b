#include "worker/trainer/live.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <unistd.h>

#include "report/style.hpp"

namespace gradus::trainer {
namespace {

using namespace std::chrono_literals;

constexpr auto kRedraw = 100ms;
constexpr int kBarWidth = 20;

std::string bar(double share, bool unicode) {
  const int full = static_cast<int>(share * kBarWidth);
  std::string text;
  for (int i = 0; i < kBarWidth; ++i) {
    if (unicode) {
      text += i < full ? "\u2588" : "\u2591";
    } else {
      text += i < full ? "#" : ".";
    }
  }
  return text;
}

}  // namespace

Live::Live(const nn::Dataset& train, int epochs)
    : train_(train),
      epochs_(epochs),
      terminal_(report::Style::can_redraw(STDOUT_FILENO)),
      unicode_(report::Style::of(STDOUT_FILENO).unicode),
      served_at_start_(train.images_served()) {
  nn::TrainingLog::set_watcher(this);
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
  nn::TrainingLog::set_watcher(nullptr);
  stop_ = true;
  if (painter_.joinable()) painter_.join();
  erase();
}

void Live::redraw() {
  if (done_ >= epochs_) return;
  const auto n = static_cast<double>(train_.size());
  const double served = static_cast<double>(train_.images_served() - served_at_start_) / n;
  const std::chrono::duration<double> spent = Clock::now() - epoch_start_;
  std::string state = "evaluating";
  if (served > 0.01 && served < 1.0) {
    const double left = spent.count() * (1.0 / served - 1.0);
    state = std::to_string(static_cast<int>(std::ceil(left))) + " s left";
  }
  std::printf("\r\x1b[Kepoch %d/%d  %s %3d %%  %s", done_ + 1, epochs_,
              bar(std::min(served, 1.0), unicode_).c_str(),
              static_cast<int>(100.0 * std::min(served, 1.0)), state.c_str());
  std::fflush(stdout);
  drawn_ = true;
}

void Live::erase() {
  if (!drawn_) return;
  std::printf("\r\x1b[K");
  drawn_ = false;
}

void Live::epoch_ended(const nn::TrainingLog& log) {
  const std::lock_guard lock(mutex_);
  erase();
  const nn::EpochStats& stats = log.back();
  const std::chrono::duration<double> spent = Clock::now() - epoch_start_;
  std::printf("epoch %d/%d  loss %.4f  accuracy: train %.4f, dev %.4f  (%.1f s)\n",
              static_cast<int>(log.size()), epochs_, stats.mean_loss, stats.train_accuracy,
              stats.dev_accuracy, spent.count());
  std::fflush(stdout);
  done_ = static_cast<int>(log.size());
  served_at_start_ = train_.images_served();
  epoch_start_ = Clock::now();
}

}  // namespace gradus::trainer
