// Every number of the page about the bank of mistakes.
#include <cmath>
#include <limits>

#include "diagnosis/transcript.hpp"
#include "examples/shown.hpp"

namespace {

TEST(Mistakes, ExpOverflowsAbove) {
  EXPECT_SHOWN("709.78", std::log(std::numeric_limits<double>::max()));
}

TEST(Mistakes, AnswersAgreeToARelativeDifference) {
  double agreeing = 0.0;
  double differing = 1.0;
  for (int i = 0; i < 100; ++i) {
    const double between = (agreeing + differing) / 2.0;
    (gradus::diagnosis::agree(1.0, 1.0 + between, 1.0) ? agreeing : differing) = between;
  }
  EXPECT_SHOWN("1e-9", agreeing);
}

}  // namespace
