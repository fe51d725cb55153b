#include "training/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

using testing::HasSubstr;

Reading read(const std::vector<Epoch>& epochs, bool finite = true) {
  return read_curve({epochs, 0.01, finite, 10});
}

TEST(Reading, SaysThatThereIsNoCurveWithoutAnEpoch) {
  EXPECT_EQ(read({}).verdict, Verdict::kNoCurve);
}

TEST(Reading, SaysThatOneEpochIsNoCurve) {
  const Reading reading = read(epochs_with({0.4}, {0.4}));
  EXPECT_EQ(reading.verdict, Verdict::kOneEpoch);
  EXPECT_THAT(reading.sentence, HasSubstr("90.00 %"));
}

TEST(Reading, SaysStillImprovingWhenTheLastEpochHelped) {
  const Reading reading = read(epochs_with({0.6, 0.4, 0.3}, {0.5, 0.4, 0.35}));
  EXPECT_EQ(reading.verdict, Verdict::kImproving);
  EXPECT_THAT(reading.sentence, HasSubstr("0.4000 to 0.3500"));
}

TEST(Reading, SaysOverfittingWhenDevLossRises) {
  const Reading reading = read(epochs_with({0.6, 0.4, 0.3, 0.2, 0.1}, {0.5, 0.3, 0.35, 0.4, 0.45}));
  EXPECT_EQ(reading.verdict, Verdict::kOverfitting);
  EXPECT_THAT(reading.sentence, HasSubstr("after epoch 2"));
  EXPECT_THAT(reading.sentence, HasSubstr("0.3000 to 0.4500"));
}

TEST(Reading, OneWorseEpochIsNotYetOverfitting) {
  EXPECT_EQ(read(epochs_with({0.6, 0.4, 0.3}, {0.5, 0.3, 0.4})).verdict, Verdict::kUndecided);
}

TEST(Reading, ARiseWithinTheNoiseIsNoOverfitting) {
  EXPECT_EQ(read(epochs_with({0.6, 0.4, 0.38, 0.37}, {0.5, 0.3, 0.302, 0.304})).verdict,
            Verdict::kLevel);
}

TEST(Reading, OneWorseEpochInTheMiddleIsNoOverfitting) {
  EXPECT_EQ(read(epochs_with({0.6, 0.4, 0.38, 0.37}, {0.5, 0.3, 0.4, 0.301})).verdict,
            Verdict::kLevel);
}

TEST(Reading, DevLossThatRisesWithTheTrainLossIsNoOverfitting) {
  EXPECT_NE(read(epochs_with({0.6, 0.3, 0.35, 0.4}, {0.5, 0.3, 0.4, 0.45})).verdict,
            Verdict::kOverfitting);
}

TEST(Reading, DevLossThatRisesWhileNothingIsLearntIsNoOverfitting) {
  auto epochs = epochs_with({0.52, 0.41, 0.38}, {0.40, 0.43, 0.43});
  EXPECT_EQ(read(epochs).verdict, Verdict::kOverfitting);
  epochs[2].train_accuracy = epochs[0].train_accuracy - 0.001;
  EXPECT_EQ(read(epochs).verdict, Verdict::kLevel);
}

TEST(Reading, SaysLevelledOffWhenNothingChanges) {
  EXPECT_EQ(read(epochs_with({0.6, 0.3, 0.2999}, {0.5, 0.3, 0.2999})).verdict, Verdict::kLevel);
}

TEST(Reading, SaysDivergedWhenALossIsNoNumber) {
  const Reading reading = read(epochs_with({0.6, kNan, kNan}, {0.5, kNan, kNan}));
  EXPECT_EQ(reading.verdict, Verdict::kDiverged);
  EXPECT_THAT(reading.sentence, HasSubstr("in epoch 2"));
  EXPECT_THAT(reading.sentence, HasSubstr("--learning-rate 0.001)"));
}

TEST(Reading, SaysDivergedWhenALossIsInfinite) {
  EXPECT_EQ(read(epochs_with({kInfinite}, {0.5})).verdict, Verdict::kDiverged);
  EXPECT_EQ(read(epochs_with({0.5}, {kInfinite})).verdict, Verdict::kDiverged);
}

TEST(Reading, SaysDivergedWhenALossIsAbsurd) {
  EXPECT_EQ(read(epochs_with({1e200, 1e199}, {1e200, 1e199})).verdict, Verdict::kDiverged);
}

TEST(Reading, SaysDivergedWhenOnlyTheParametersTellIt) {
  const Reading reading = read(epochs_with({0.6}, {0.5}), false);
  EXPECT_EQ(reading.verdict, Verdict::kDiverged);
  EXPECT_THAT(reading.sentence, HasSubstr("in epoch 2"));
}

TEST(Reading, ALearningRateThatIsNoneIsNotRecommended) {
  const auto epochs = epochs_with({kNan}, {kNan});
  EXPECT_EQ(read_curve({epochs, kNan, true, 10}).sentence.find("--learning-rate"),
            std::string::npos);
}

TEST(Reading, SaysThatTheLossRises) {
  EXPECT_EQ(read(epochs_with({0.6, 0.7, 0.9}, {0.5, 0.6, 0.8})).verdict, Verdict::kRising);
}

TEST(Reading, SaysNotLearningWhenNoBetterThanGuessing) {
  std::vector<Epoch> epochs = epochs_with({2.3, 2.3, 2.3}, {2.3, 2.3, 2.3});
  for (Epoch& e : epochs) e.dev_accuracy = 0.11;
  const Reading still = read(epochs);
  EXPECT_EQ(still.verdict, Verdict::kNotLearning);
  EXPECT_THAT(still.sentence, HasSubstr("11.00 %"));
  EXPECT_THAT(still.sentence, HasSubstr("steps are far too short"));
  epochs.back().train_loss = 0.3;
  EXPECT_THAT(read(epochs).sentence, HasSubstr("the train loss does fall"));
}

TEST(Reading, GoesByAccuracyWhereTheDevLossIsNotKnown) {
  std::vector<Epoch> epochs = epochs_with({0.6, 0.4, 0.3, 0.2}, {0.5, 0.3, 0.4, 0.5});
  for (Epoch& e : epochs) e.dev_loss.reset();
  EXPECT_EQ(read(epochs).verdict, Verdict::kOverfitting);
  EXPECT_THAT(read(epochs).sentence, HasSubstr("dev accuracy falls"));
  epochs.resize(2);
  EXPECT_EQ(read(epochs).verdict, Verdict::kImproving);
  epochs[1].dev_accuracy = epochs[0].dev_accuracy;
  EXPECT_EQ(read(epochs).verdict, Verdict::kLevel);
}

TEST(Reading, OneUnknownDevLossMakesAllOfThemUnused) {
  std::vector<Epoch> epochs = epochs_with({0.6, 0.4}, {0.5, 0.4});
  epochs[0].dev_loss.reset();
  EXPECT_EQ(least_dev_loss(epochs), std::nullopt);
  EXPECT_THAT(read(epochs).sentence, HasSubstr("dev accuracy"));
}

TEST(Reading, IsOneSentenceWhateverTheNumbers) {
  const std::vector<double> numbers = {0.0, 0.3, 1e300, -1.0, kNan, kInfinite, -kInfinite};
  for (const double a : numbers) {
    for (const double b : numbers) {
      for (const double c : numbers) {
        for (const auto& epochs : {epochs_with({a}, {b}), epochs_with({a, b}, {b, c}),
                                   epochs_with({a, b, c}, {c, a, b})}) {
          const std::string sentence = read(epochs).sentence;
          ASSERT_FALSE(sentence.empty());
          EXPECT_EQ(sentence.back(), '.');
          EXPECT_EQ(sentence.find(". "), std::string::npos) << sentence;
        }
      }
    }
  }
}

TEST(Reading, FindsTheBestEpochs) {
  const auto epochs = epochs_with({0.6, 0.4, 0.3}, {0.5, 0.3, 0.4});
  EXPECT_EQ(least_dev_loss(epochs), 1);
  EXPECT_EQ(best_dev_accuracy(epochs), 1);
  EXPECT_EQ(least_dev_loss({}), std::nullopt);
  EXPECT_EQ(best_dev_accuracy({}), std::nullopt);
}

}  // namespace
}  // namespace gradus::training
