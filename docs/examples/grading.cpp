// Every number of the page about grading.
#include "examples/shown.hpp"
#include "judge/mnist_goal.hpp"

namespace {

TEST(Grading, MnistAsksForTheseAccuracies) {
  const gradus::judge::MnistGoal linear = gradus::judge::mnist_goal("tp1");
  const gradus::judge::MnistGoal deep = gradus::judge::mnist_goal("tp2");
  EXPECT_SHOWN("0.01", linear.learning_rate);
  EXPECT_SHOWN("0.01", deep.learning_rate);
  EXPECT_SHOWN("0.90", linear.threshold);
  EXPECT_SHOWN("0.95", deep.threshold);
  EXPECT_SHOWN("0.85", linear.sample_threshold);
  EXPECT_SHOWN("0.87", deep.sample_threshold);
}

}  // namespace
