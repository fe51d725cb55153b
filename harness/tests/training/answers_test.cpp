#include "training/answers.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

using testing::ElementsAre;

Answers judge_sample() { return judge(sample_outcome().dev_logits, sample_data().dev_labels); }

TEST(Answers, CountsWhatIsRight) {
  const Answers answers = judge_sample();
  EXPECT_EQ(answers.images, 10);
  EXPECT_EQ(answers.right, 8);
  EXPECT_DOUBLE_EQ(answers.accuracy(), 0.8);
}

TEST(Answers, RowsAreLabelsAndColumnsAreAnswers) {
  const Answers answers = judge_sample();
  EXPECT_EQ(answers.counts(2, 7), 1.0);
  EXPECT_EQ(answers.counts(7, 2), 0.0);
  EXPECT_EQ(answers.counts(2, 2), 0.0);
  EXPECT_EQ(answers.counts(3, 3), 1.0);
}

TEST(Answers, TheSurestMistakeComesFirst) {
  const Answers answers = judge_sample();
  ASSERT_EQ(answers.mistakes.size(), 2U);
  EXPECT_EQ(answers.mistakes[0].image, 2);
  EXPECT_EQ(answers.mistakes[0].answer, 7);
  const double sum = std::exp(9.0) + std::exp(5.0) + 8.0;
  EXPECT_NEAR(answers.mistakes[0].probability, std::exp(9.0) / sum, 1e-12);
  EXPECT_EQ(answers.mistakes[1].label, 9);
}

TEST(Answers, LargeLogitsDoNotOverflow) {
  Array logits = sample_outcome().dev_logits;
  for (double& x : logits.values) x *= 1e300;
  EXPECT_EQ(judge(logits, sample_data().dev_labels).mistakes[0].probability, 1.0);
}

TEST(Answers, ALogitThatIsNoNumberIsNoAnswer) {
  Array logits = sample_outcome().dev_logits;
  logits(4, 0) = kNan;
  logits(4, 1) = kInfinite;
  logits(4, 2) = -kInfinite;
  const Answers answers = judge(logits, sample_data().dev_labels);
  EXPECT_EQ(answers.none, 3);
  EXPECT_EQ(answers.right, 6);
  EXPECT_EQ(answers.mistakes.size(), 1U);
}

TEST(Answers, TheMostFrequentConfusionComesFirst) {
  const Array logits = [] {
    Array a({10, 4});
    a(1, 0) = a(9, 1) = a(9, 2) = a(3, 3) = 1.0;
    return a;
  }();
  const Answers answers = judge(logits, std::vector<std::uint8_t>{0, 4, 4, 3});
  EXPECT_THAT(answers.confusions(10), ElementsAre(Confusion{4, 9, 2}, Confusion{0, 1, 1}));
  EXPECT_THAT(answers.confusions(1), ElementsAre(Confusion{4, 9, 2}));
}

TEST(Answers, NeedAColumnForEachLabel) {
  const auto labels = sample_data().dev_labels;
  EXPECT_THROW(static_cast<void>(judge(Array({10, 9}), labels)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(judge(Array({9, 10}), labels)), std::invalid_argument);
}

}  // namespace
}  // namespace gradus::training
