#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "training/outcome.hpp"

/// The lines that a training run shows in a terminal.
namespace gradus::trainer {

/// How far a run is.
struct Moment {
  int epoch = 1;  ///< the present one
  int epochs = 1;
  Index sample = 0;  ///< of the present epoch, so far
  Index samples = 1;
  std::optional<training::Epoch> last;  ///< the epoch before
  std::optional<double> seconds_left;   ///< of the whole run
};

/// "epoch 3/10  [bar]  12,345/50,000  loss 0.2345  dev 91.20 %  1 min 05 s left". Where the line
/// does not fit, first the bar gets shorter, then what stands last is left out.
/// \param width columns that it may take
[[nodiscard]] std::string progress_line(const Moment& moment, std::size_t width, bool unicode);

/// The line that stays of the last epoch, with a sparkline of the losses so far where there is
/// room and Unicode.
/// \param epochs those noted so far, at least one
/// \param planned how many there are to be
[[nodiscard]] std::string epoch_line(std::span<const training::Epoch> epochs, int planned,
                                     std::size_t width, bool unicode);

}  // namespace gradus::trainer
