#include "worker/trainer/lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "training/numbers.hpp"

namespace gradus::trainer {
namespace {

using training::count_text;
using training::number_text;
using training::percent_text;

constexpr std::size_t kWidestBar = 20;
constexpr std::size_t kNarrowestBar = 5;
constexpr std::string_view kSpace = "  ";

std::string bar(double share, std::size_t width, bool unicode) {
  const auto full =
      static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(width));
  std::string text;
  for (std::size_t i = 0; i < width; ++i) {
    text += unicode ? (i < full ? "█" : "░") : (i < full ? "#" : ".");
  }
  return text;
}

/// "   981/50,000", as wide at the first as at the last, so that what follows stands still.
std::string part_of(Index n, Index all) {
  const std::string end = count_text(all);
  std::string text = count_text(n);
  if (text.size() < end.size()) text.insert(0, end.size() - text.size(), ' ');
  return text + "/" + end;
}

/// A column for each of the last values, as high as the value is between the least and the largest.
std::string sparkline(std::span<const training::Epoch> epochs, std::size_t width) {
  constexpr std::array<const char*, 8> kColumns = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  if (epochs.size() > width) epochs = epochs.last(width);
  const bool finite = std::all_of(epochs.begin(), epochs.end(), [](const training::Epoch& e) {
    return std::isfinite(e.train_loss);
  });
  if (epochs.size() < 2 || !finite) return {};
  const auto [low, high] = std::minmax_element(
      epochs.begin(), epochs.end(), [](const training::Epoch& a, const training::Epoch& b) {
        return a.train_loss < b.train_loss;
      });
  const double range = high->train_loss - low->train_loss;
  std::string text;
  for (const training::Epoch& e : epochs) {
    const double share =
        range > 0.0 && std::isfinite(range) ? (e.train_loss - low->train_loss) / range : 0.0;
    text += kColumns[static_cast<std::size_t>(std::lround(7.0 * share))];
  }
  return text;
}

}  // namespace

std::string progress_line(const Moment& m, std::size_t width, bool unicode) {
  const double share = static_cast<double>(m.sample) / static_cast<double>(m.samples);
  std::vector<std::string> parts;
  parts.push_back(m.sample < m.samples ? part_of(m.sample, m.samples) : std::string("evaluating"));
  if (m.last) {
    parts.push_back("loss " + number_text(m.last->train_loss, 4));
    parts.push_back("dev " + percent_text(m.last->dev_accuracy));
  }
  if (m.seconds_left) {
    // Not to a tenth, as it is a guess.
    const double left = std::ceil(*m.seconds_left);
    parts.push_back((left < 60.0 ? number_text(left, 0) + " s" : training::duration_text(left)) +
                    " left");
  }
  const std::string head = "epoch " + part_of(m.epoch, m.epochs);
  const auto used = [&] {
    std::size_t sum = head.size();
    for (const std::string& part : parts) sum += kSpace.size() + part.size();
    return sum;
  };
  while (!parts.empty() && used() > width) parts.pop_back();
  const std::size_t rest = width - std::min(width, used() + kSpace.size());
  if (rest >= kNarrowestBar) {
    parts.insert(parts.begin(), bar(share, std::min(rest, kWidestBar), unicode));
  }
  std::string line = head.substr(0, width);
  for (const std::string& part : parts) line.append(kSpace).append(part);
  return line;
}

std::string epoch_line(std::span<const training::Epoch> epochs, int planned, std::size_t width,
                       bool unicode) {
  const training::Epoch& e = epochs.back();
  std::string line = "epoch " + part_of(static_cast<Index>(epochs.size()), planned) + "  loss " +
                     number_text(e.train_loss, 4);
  if (e.dev_loss) line += ", dev " + number_text(*e.dev_loss, 4);
  line += "  right " + number_text(100.0 * e.train_accuracy, 2) + ", dev " +
          percent_text(e.dev_accuracy) + "  " + training::duration_text(e.seconds);
  const std::size_t used = line.size() + kSpace.size();
  const std::string losses = unicode && used < width ? sparkline(epochs, width - used) : "";
  if (!losses.empty()) line.append(kSpace).append(losses);
  return line;
}

}  // namespace gradus::trainer
