#include "worker/trainer/lines.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/training/samples.hpp"

namespace gradus::trainer {
namespace {

using testing::HasSubstr;
using testing::Not;
using training::Epoch;

constexpr std::size_t kWidth = 79;

std::size_t columns(const std::string& utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

Moment moment() { return {3, 10, 12'345, 50'000, Epoch{0.2345, 0.93, 0.912, 0.25, 12.3}, 64.2}; }

TEST(ProgressLine, SaysWhereTheRunIs) {
  const std::string line = progress_line(moment(), kWidth, true);
  EXPECT_THAT(line, HasSubstr("epoch  3/10"));
  EXPECT_THAT(line, HasSubstr("12,345/50,000"));
  EXPECT_THAT(line, HasSubstr("loss 0.2345"));
  EXPECT_THAT(line, HasSubstr("dev 91.20 %"));
  EXPECT_THAT(line, HasSubstr("1 min 05 s left"));
}

TEST(ProgressLine, IsAsciiWhereItMustBe) {
  EXPECT_TRUE(is_ascii(progress_line(moment(), kWidth, false)));
  EXPECT_THAT(progress_line(moment(), kWidth, false), HasSubstr("#"));
  EXPECT_FALSE(is_ascii(progress_line(moment(), kWidth, true)));
}

TEST(ProgressLine, TheFirstEpochHasNoNumbersYet) {
  Moment first = moment();
  first.last.reset();
  EXPECT_THAT(progress_line(first, kWidth, false), Not(HasSubstr("loss")));
}

TEST(ProgressLine, FitsAnyWidth) {
  Moment long_one = {9'999, 10'000, 4'999'999, 5'000'000, Epoch{1e300, 0.5, 1.0, 0.1, 1.0}, 3e5};
  for (const Moment& m : {moment(), long_one}) {
    for (std::size_t width = 0; width <= 120; ++width) {
      for (const bool unicode : {true, false}) {
        EXPECT_LE(columns(progress_line(m, width, unicode)), width);
      }
    }
  }
}

TEST(ProgressLine, AfterTheSamplesComesTheEvaluation) {
  Moment end = moment();
  end.sample = end.samples;
  EXPECT_THAT(progress_line(end, kWidth, false), HasSubstr("evaluating"));
}

TEST(EpochLine, HasAllNumbersOfTheEpoch) {
  const auto epochs = training::epochs_with({0.6, 0.4, 0.3}, {0.5, 0.4, 0.35});
  const std::string line = epoch_line(epochs, 10, kWidth, true);
  EXPECT_THAT(line, HasSubstr("epoch  3/10"));
  EXPECT_THAT(line, HasSubstr("loss 0.3000, dev 0.3500"));
  EXPECT_THAT(line, HasSubstr("right 92.50, dev 91.25 %"));
  EXPECT_THAT(line, HasSubstr("1.5 s"));
  EXPECT_THAT(line, HasSubstr("█▃▁"));
}

TEST(EpochLine, FitsATerminalOf80Columns) {
  std::vector<Epoch> epochs =
      training::epochs_with(std::vector<double>(60, 12345.6), std::vector<double>(60, 12345.6));
  for (const double odd : {0.5, training::kNan, training::kInfinite, 99'999.9, 1e300, -1e300}) {
    epochs.back() = {odd, 0.9999, 1.0, odd, 1e4};
    EXPECT_LE(columns(epoch_line(epochs, 100, kWidth, true)), kWidth) << odd;
    EXPECT_TRUE(is_ascii(epoch_line(epochs, 100, kWidth, false)));
  }
}

TEST(EpochLine, LeavesOutADevLossThatIsNotKnown) {
  const std::vector<Epoch> epochs = {{0.6, 0.8, 0.9, std::nullopt, 1.5}};
  EXPECT_THAT(epoch_line(epochs, 1, kWidth, true), HasSubstr("loss 0.6000  right"));
}

TEST(EpochLine, HasNoSparklineOfNumbersThatAreNone) {
  const auto epochs = training::epochs_with({0.6, training::kNan}, {0.5, 0.5});
  EXPECT_TRUE(is_ascii(epoch_line(epochs, 2, kWidth, true)));
}

}  // namespace
}  // namespace gradus::trainer
