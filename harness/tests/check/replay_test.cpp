#include "check/replay.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "check/training_story.hpp"
#include "protocol/random.hpp"

namespace gradus::check {
namespace {

using Order = std::vector<Index>;

/// Ways to get per-sample gradient descent wrong.
enum class Mistake {
  kNone,
  kAscent,
  kHalfGradient,
  kDoubleGradient,
  kBiasFrozen,
  kBiasTwice,
  kBiasAfterWeights,
  kWholeBatch,
  kStaleByOne,
  kNoZeroGrad,
  kDecayPerSample,
  kOtherLabels,
  kStartsAfresh,
  kSkipsLast,
  kPixelsUnscaled,
};

/// One epoch in plain double precision, as a student writes it; returns the mean loss.
double train_epoch(LinearModel& model, const ImageSet& data, Order order, double learning_rate,
                   Mistake mistake = Mistake::kNone) {
  if (mistake == Mistake::kSkipsLast) order.pop_back();
  if (mistake == Mistake::kStartsAfresh) {
    model = {Array(model.W.shape), Array(model.b.shape)};
  }
  const double white = mistake == Mistake::kPixelsUnscaled ? 255.0 : 1.0;
  LinearModel seen = model;
  LinearModel last = model;
  Array sum_W(model.W.shape);
  Array sum_b(model.b.shape);
  double total = 0.0;
  const auto gradient = [&](const LinearModel& at, Index sample, Index pixel) {
    Index gold = data.labels[static_cast<std::size_t>(sample)];
    if (mistake == Mistake::kOtherLabels) {
      gold = data.labels[static_cast<std::size_t>(data.size() - 1 - sample)];
    }
    std::vector<double> p;
    double sum = 0.0;
    for (Index i = 0; i < at.b.size(); ++i) {
      p.push_back(std::exp(at.W(i, pixel) * white + at.b[i]));
      sum += p.back();
    }
    for (double& v : p) v /= sum;
    total -= std::log(p[static_cast<std::size_t>(gold)]);
    p[static_cast<std::size_t>(gold)] -= 1.0;
    return p;
  };
  double rate = learning_rate;
  for (const Index sample : order) {
    Index pixel = 0;
    while (data.pixels(pixel, sample) == 0.0) ++pixel;
    if (mistake != Mistake::kWholeBatch) seen = model;
    if (mistake == Mistake::kStaleByOne) std::swap(seen, last);
    std::vector<double> g = gradient(seen, sample, pixel);
    for (double& v : g) {
      if (mistake == Mistake::kAscent) v = -v;
      if (mistake == Mistake::kHalfGradient) v *= 0.5;
      if (mistake == Mistake::kDoubleGradient) v *= 2.0;
    }
    if (mistake != Mistake::kNoZeroGrad) {
      sum_W = Array(sum_W.shape);
      sum_b = Array(sum_b.shape);
    }
    for (Index i = 0; i < sum_b.size(); ++i) {
      sum_W(i, pixel) += g[static_cast<std::size_t>(i)] * white;
    }
    for (Index k = 0; k < sum_W.size(); ++k) model.W[k] -= rate * sum_W[k];
    if (mistake == Mistake::kBiasAfterWeights) g = gradient(model, sample, pixel);
    for (Index i = 0; i < sum_b.size(); ++i) sum_b[i] += g[static_cast<std::size_t>(i)];
    double factor = 1.0;
    if (mistake == Mistake::kBiasFrozen) factor = 0.0;
    if (mistake == Mistake::kBiasTwice) factor = 2.0;
    for (Index i = 0; i < sum_b.size(); ++i) model.b[i] -= factor * rate * sum_b[i];
    if (mistake == Mistake::kDecayPerSample) rate *= 0.99;
  }
  return total / static_cast<double>(order.size());
}

double distance(const Array& a, const Array& b) {
  double result = 0.0;
  for (Index i = 0; i < a.size(); ++i) result = std::max(result, std::abs(a[i] - b[i]));
  return result;
}

Order with(Order order, std::size_t place, Index sample) {
  order[place] = sample;
  return order;
}

TEST(Replay, AgreesWithTrainingInDoublePrecision) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const TrainingStory story = make_training_story(seed);
    Random random(seed + 1000);
    const Order order = random.permutation(story.train.size());
    LinearModel model = story.start;
    const double loss = train_epoch(model, story.train, order, story.learning_rate);
    const EpochReplay replay = replay_epoch(story.start, story.train, order, story.learning_rate);
    EXPECT_LT(distance(model.W, replay.after.W), 1e-13);
    EXPECT_LT(distance(model.b, replay.after.b), 1e-13);
    EXPECT_NEAR(loss, replay.mean_loss, 1e-13);
  }
}

TEST(Replay, IsTheStepOfTheFormula) {
  ImageSet data;
  data.classes = 2;
  data.labels = {1};
  data.pixels = column({255.0, 51.0});
  const LinearModel start{Array(Shape{2, 2}), Array(Shape{2, 1})};
  const Order order = {0};
  const EpochReplay replay = replay_epoch(start, data, order, 0.5);
  EXPECT_DOUBLE_EQ(replay.mean_loss, std::log(2.0));
  EXPECT_DOUBLE_EQ(replay.after.b[0], -0.25);
  EXPECT_DOUBLE_EQ(replay.after.b[1], 0.25);
  EXPECT_DOUBLE_EQ(replay.after.W(0, 0), -0.25);
  EXPECT_DOUBLE_EQ(replay.after.W(1, 1), 0.05);
}

TEST(Replay, RefusesOrdersAndShapesThatDoNotFit) {
  const TrainingStory story = make_training_story(1);
  const Order order = {104};
  EXPECT_THROW(static_cast<void>(replay_epoch(story.start, story.train, order, 0.1)),
               std::invalid_argument);
  const LinearModel other{Array(Shape{3, 5}), Array(Shape{3, 1})};
  EXPECT_THROW(static_cast<void>(replay_epoch(other, story.train, order, 0.1)),
               std::invalid_argument);
}

TEST(OrderRecovery, FindsTheOrderOfEveryEpoch) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const TrainingStory story = make_training_story(seed);
    Random random(seed + 2000);
    LinearModel before = story.start;
    for (int epoch = 0; epoch < 3; ++epoch) {
      const Order order = random.permutation(story.train.size());
      LinearModel after = before;
      train_epoch(after, story.train, order, story.learning_rate);
      const OrderRecovery recovery = recover_order(before, after, story.train, story.learning_rate);
      ASSERT_TRUE(recovery.order) << "seed " << seed << ", explained " << recovery.explained;
      EXPECT_EQ(*recovery.order, order);
      EXPECT_EQ(recovery.explained, story.train.size());
      EXPECT_LT(recovery.mismatch, 1e-13);
      EXPECT_LT(recovery.bias_gap, 1e-13);
      EXPECT_TRUE(recovery.untouched.empty());
      EXPECT_TRUE(recovery.foreign.empty());
      before = after;
    }
  }
}

TEST(OrderRecovery, NoOrderExplainsAWrongUpdate) {
  const std::vector<std::pair<Mistake, std::string>> mistakes = {
      {Mistake::kAscent, "ascent"},
      {Mistake::kHalfGradient, "half gradient"},
      {Mistake::kDoubleGradient, "double gradient"},
      {Mistake::kBiasFrozen, "bias frozen"},
      {Mistake::kBiasTwice, "bias twice"},
      {Mistake::kBiasAfterWeights, "bias after weights"},
      {Mistake::kWholeBatch, "gradients of the first parameters"},
      {Mistake::kStaleByOne, "gradient of the step before"},
      {Mistake::kNoZeroGrad, "gradients accumulate"},
      {Mistake::kDecayPerSample, "decay per sample"},
      {Mistake::kOtherLabels, "labels of other images"},
      {Mistake::kStartsAfresh, "starts from zero"},
      {Mistake::kSkipsLast, "skips the last sample"},
      {Mistake::kPixelsUnscaled, "pixels not scaled"},
  };
  for (const auto& [mistake, name] : mistakes) {
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
      const TrainingStory story = make_training_story(seed);
      Random random(seed + 3000);
      LinearModel after = story.start;
      train_epoch(after, story.train, random.permutation(story.train.size()), story.learning_rate,
                  mistake);
      const OrderRecovery recovery =
          recover_order(story.start, after, story.train, story.learning_rate);
      EXPECT_FALSE(recovery.order) << name << ", seed " << seed;
      EXPECT_FALSE(recovery.mismatch <= 1e-10) << name;  // NaN is no fit either.
      const bool bias = mistake == Mistake::kBiasFrozen || mistake == Mistake::kBiasTwice;
      if (bias) {
        EXPECT_GT(recovery.bias_gap, 1e-4) << name;
      }
      if (mistake == Mistake::kHalfGradient) {
        EXPECT_LT(recovery.bias_gap, 1e-13);
      }
      if (mistake == Mistake::kSkipsLast) {
        EXPECT_EQ(recovery.explained, story.train.size() - 1);
        EXPECT_EQ(recovery.untouched.size(), 1U);
      }
    }
  }
}

TEST(OrderRecovery, SaysWhereASecondVisitBegins) {
  const TrainingStory story = make_training_story(7);
  Random random(7);
  const Order order = random.permutation(story.train.size());
  LinearModel after = story.start;
  train_epoch(after, story.train, with(order, 30, order[12]), story.learning_rate);
  const OrderRecovery recovery =
      recover_order(story.start, after, story.train, story.learning_rate);
  EXPECT_FALSE(recovery.order);
  EXPECT_EQ(recovery.explained, 12);
  EXPECT_EQ(recovery.untouched, Order{order[30]});
  EXPECT_LT(recovery.bias_gap, 1e-13);
}

TEST(OrderRecovery, SamplingWithReplacementLeavesNoOrder) {
  const TrainingStory story = make_training_story(8);
  Random random(8);
  Order order;
  for (Index t = 0; t < story.train.size(); ++t) order.push_back(random.below(story.train.size()));
  LinearModel after = story.start;
  train_epoch(after, story.train, order, story.learning_rate);
  const OrderRecovery recovery =
      recover_order(story.start, after, story.train, story.learning_rate);
  EXPECT_FALSE(recovery.order);
  EXPECT_FALSE(recovery.untouched.empty());
}

TEST(OrderRecovery, UnchangedParametersMeanThatNobodyWasVisited) {
  const TrainingStory story = make_training_story(9);
  const OrderRecovery recovery =
      recover_order(story.start, story.start, story.train, story.learning_rate);
  EXPECT_FALSE(recovery.order);
  EXPECT_EQ(recovery.explained, 0);
  EXPECT_EQ(recovery.untouched.size(), 104U);
}

TEST(OrderRecovery, UsesEachSampleOnceEvenIfAllFit) {
  const TrainingStory story = make_training_story(9);
  OrderRecovery recovery = recover_order(story.start, story.start, story.train, 0.0);
  ASSERT_TRUE(recovery.order);
  std::sort(recovery.order->begin(), recovery.order->end());
  EXPECT_EQ(count_fixed_points(*recovery.order), story.train.size());
}

TEST(OrderRecovery, ForeignColumnsAreNamed) {
  const TrainingStory story = make_training_story(10);
  Random random(10);
  LinearModel after = story.start;
  train_epoch(after, story.train, random.permutation(story.train.size()), story.learning_rate);
  after.W(2, 105) += 1e-3;
  const OrderRecovery recovery =
      recover_order(story.start, after, story.train, story.learning_rate);
  EXPECT_FALSE(recovery.order);
  EXPECT_EQ(recovery.foreign, Order{105});
}

TEST(OrderRecovery, NanIsExplainedByNothing) {
  const TrainingStory story = make_training_story(11);
  Random random(11);
  for (const bool in_bias : {false, true}) {
    LinearModel after = story.start;
    train_epoch(after, story.train, random.permutation(story.train.size()), story.learning_rate);
    (in_bias ? after.b[1] : after.W(1, 17)) = std::numeric_limits<double>::quiet_NaN();
    const OrderRecovery recovery =
        recover_order(story.start, after, story.train, story.learning_rate);
    EXPECT_FALSE(recovery.order);
    EXPECT_TRUE(std::isnan(recovery.bias_gap));
  }
}

TEST(OrderRecovery, RefusesDataThatItCannotRead) {
  TrainingStory story = make_training_story(12);
  story.train.pixels(3, 0) = 255.0;
  EXPECT_THROW(static_cast<void>(recover_order(story.start, story.start, story.train, 0.01)),
               std::invalid_argument);
}

TEST(Orders, AreCompared) {
  const Order order = {0, 2, 1, 3, 4};
  EXPECT_EQ(count_fixed_points(order), 3);
  EXPECT_EQ(count_agreements(order, Order{4, 2, 1, 0, 3}), 2);
  EXPECT_EQ(count_successions(order), 1);
  EXPECT_EQ(count_successions(Order{3, 4, 0, 1, 2}), 3);
}

TEST(TrainingStory, KeepsItsPromisesInEveryOrder) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const TrainingStory story = make_training_story(seed);
    Random random(seed + 4000);
    for (int trial = 0; trial < 3; ++trial) {
      std::vector<LinearModel> models = {story.start};
      for (int epoch = 0; epoch < 3; ++epoch) {
        const Order order = random.permutation(story.train.size());
        models.push_back(
            replay_epoch(models.back(), story.train, order, story.learning_rate).after);
      }
      std::vector<double> on_train;
      for (std::size_t e = 0; e < models.size(); ++e) {
        const auto rising = accuracy(models[e], story.rising_dev);
        const auto wavy = accuracy(models[e], story.wavy_dev);
        const auto train = accuracy(models[e], story.train);
        EXPECT_EQ(rising.lowest, TrainingStory::kRisingAccuracy[e]) << "seed " << seed;
        EXPECT_EQ(rising.highest, TrainingStory::kRisingAccuracy[e]);
        EXPECT_EQ(wavy.lowest, TrainingStory::kWavyAccuracy[e]) << "seed " << seed;
        EXPECT_EQ(wavy.highest, TrainingStory::kWavyAccuracy[e]);
        EXPECT_EQ(train.lowest, train.highest);
        on_train.push_back(train.lowest);
      }
      EXPECT_EQ(on_train[0], on_train[1]) << "seed " << seed;
      EXPECT_NEAR(on_train[2] - on_train[1], 8.0 / 104.0, 1e-12) << "seed " << seed;
      EXPECT_EQ(on_train[3], on_train[2]) << "seed " << seed;
    }
  }
}

/// The share of samples that are right when they are visited. Image i is pixel i alone.
double accuracy_on_the_way(LinearModel model, const TrainingStory& story, const Order& order) {
  double right = 0.0;
  for (const Index sample : order) {
    Index best = 0;
    for (Index k = 1; k < model.b.size(); ++k) {
      if (model.W(k, sample) + model.b[k] > model.W(best, sample) + model.b[best]) best = k;
    }
    if (best == story.train.labels[static_cast<std::size_t>(sample)]) right += 1.0;
    model = replay_epoch(model, story.train, Order{sample}, story.learning_rate).after;
  }
  return right / static_cast<double>(order.size());
}

TEST(TrainingStory, AccuracyOnTheWayIsNotThatAfterwards) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const TrainingStory story = make_training_story(seed);
    Random random(seed + 5000);
    const Order first = random.permutation(story.train.size());
    const Order second = random.permutation(story.train.size());
    const LinearModel one =
        replay_epoch(story.start, story.train, first, story.learning_rate).after;
    const LinearModel two = replay_epoch(one, story.train, second, story.learning_rate).after;
    EXPECT_LT(accuracy_on_the_way(one, story, second), accuracy(two, story.train).lowest - 1e-3)
        << "seed " << seed;
  }
}

TEST(TrainingStory, DependsOnItsSeed) {
  EXPECT_EQ(make_training_story(1).start.W, make_training_story(1).start.W);
  EXPECT_NE(make_training_story(1).start.W, make_training_story(2).start.W);
  EXPECT_NE(make_training_story(1).train.labels, make_training_story(2).train.labels);
}

TEST(TrainingStory, SendsBytesAndLabels) {
  const TrainingStory story = make_training_story(3);
  EXPECT_EQ(story.train.pixels.shape, (Shape{107, 104}));
  EXPECT_EQ(features(story.train)(5, 5), 1.0);
  EXPECT_EQ(label_column(story.wavy_dev), column({1.0, 0.0, 0.0, 1.0}));
  EXPECT_EQ(std::count(story.train.labels.begin(), story.train.labels.end(), 1), 62);
}

/// Which parameters a training loop keeps.
enum class Keep {
  kFirstOfBest,
  kLastOfBest,
  kFirstWithInitial,
  kLastWithInitial,
  kLast,
  kBestOnTrain,
  kBetterThanLast,
  kWholeNumber,
};

/// The epoch whose parameters a loop returns.
std::size_t kept(Keep keep, std::size_t epochs, std::span<const double> dev,
                 std::span<const double> train) {
  if (keep == Keep::kLast) return epochs;
  const auto score = keep == Keep::kBestOnTrain ? train : dev;
  const bool initial = keep == Keep::kFirstWithInitial || keep == Keep::kLastWithInitial;
  const bool last = keep == Keep::kLastOfBest || keep == Keep::kLastWithInitial;
  std::size_t best = initial ? 0 : 1;
  double record = score[best];
  for (std::size_t e = best + 1; e <= epochs; ++e) {
    if (keep == Keep::kWholeNumber) record = std::floor(record);
    const bool better = score[e] > record || (last && score[e] == record);
    if (better) best = e;
    if (better || keep == Keep::kBetterThanLast) record = score[e];
  }
  return best;
}

TEST(TrainingStory, EveryConventionOfKeepingTheBestIsAccepted) {
  const std::span<const double> rising = TrainingStory::kRisingAccuracy;
  const std::span<const double> wavy = TrainingStory::kWavyAccuracy;
  const std::vector<double> train = {0.3, 0.3, 0.4, 0.4};
  EXPECT_EQ(acceptable_epochs(rising.first(2)), Order{1});
  EXPECT_EQ(acceptable_epochs(rising.first(3)), Order{2});
  EXPECT_EQ(acceptable_epochs(wavy), Order{1});
  for (const Keep keep :
       {Keep::kFirstOfBest, Keep::kLastOfBest, Keep::kFirstWithInitial, Keep::kLastWithInitial}) {
    EXPECT_EQ(kept(keep, 1, rising, train), 1U);
    EXPECT_EQ(kept(keep, 2, rising, train), 2U);
    EXPECT_EQ(kept(keep, 1, wavy, train), 1U);
    EXPECT_EQ(kept(keep, 3, wavy, train), 1U);
  }
}

TEST(TrainingStory, OtherWaysOfKeepingAnEpochReturnAnotherOne) {
  const std::span<const double> wavy = TrainingStory::kWavyAccuracy;
  const std::vector<double> train = {0.3, 0.3, 0.4, 0.4};
  EXPECT_EQ(kept(Keep::kLast, 3, wavy, train), 3U);
  EXPECT_EQ(kept(Keep::kBestOnTrain, 3, wavy, train), 2U);
  EXPECT_EQ(kept(Keep::kBetterThanLast, 3, wavy, train), 3U);
  EXPECT_EQ(kept(Keep::kWholeNumber, 3, wavy, train), 3U);
}

TEST(AcceptableEpochs, LeaveTiesAndTheInitialParametersOpen) {
  EXPECT_EQ(acceptable_epochs(std::vector<double>{0.5}), Order{0});
  EXPECT_EQ(acceptable_epochs(std::vector<double>{0.2, 0.5, 0.5, 0.4}), (Order{1, 2}));
  EXPECT_EQ(acceptable_epochs(std::vector<double>{0.9, 0.5, 0.4}), (Order{0, 1}));
  EXPECT_EQ(acceptable_epochs(std::vector<double>{0.5, 0.5}), (Order{0, 1}));
  EXPECT_THROW(static_cast<void>(acceptable_epochs({})), std::invalid_argument);
}

}  // namespace
}  // namespace gradus::check
