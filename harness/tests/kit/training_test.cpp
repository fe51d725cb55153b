#include "nn/training.hpp"

#include <gtest/gtest.h>
#include <vector>

#include "nn/error.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::EpochStats;
using nn::TrainingLog;

class Recorder : public nn::TrainingWatcher {
 public:
  Recorder() : before_(TrainingLog::set_watcher(this)) {}
  ~Recorder() override { TrainingLog::set_watcher(before_); }
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  void epoch_ended(const TrainingLog& log) override {
    sizes.push_back(log.size());
    last = log.back();
  }

  std::vector<nn::Index> sizes;
  EpochStats last;

 private:
  nn::TrainingWatcher* before_;
};

// As a student writes it: the log is made inside, and nobody passes the watcher in.
TrainingLog train_two_epochs() {
  TrainingLog log;
  log.add({0.5, 0.8, 0.7});
  log.add({0.25, 0.9, 0.85});
  return log;
}

TEST(TrainingLog, KeepsTheEpochsInOrder) {
  const TrainingLog log = train_two_epochs();
  ASSERT_EQ(log.size(), 2);
  EXPECT_EQ(log[0], (EpochStats{0.5, 0.8, 0.7}));
  EXPECT_EQ(log[1].dev_accuracy, 0.85);
  EXPECT_EQ(log.back(), log[1]);
  double total = 0.0;
  for (const EpochStats& epoch : log) total += epoch.mean_loss;
  EXPECT_EQ(total, 0.75);
}

TEST(TrainingLog, BeginsEmpty) {
  const TrainingLog log;
  EXPECT_TRUE(log.empty());
  EXPECT_EQ(log.size(), 0);
  EXPECT_FALSE(train_two_epochs().empty());
}

TEST(TrainingLog, SaysThatAnEpochDoesNotExist) {
  EXPECT_EQ(message_of<nn::IndexError>([] { (void)train_two_epochs()[2]; }),
            "epoch 2 of a training log: it has 2 epochs, numbered from 0.");
  EXPECT_THROW((void)train_two_epochs()[-1], nn::IndexError);
  EXPECT_THROW((void)TrainingLog().back(), nn::IndexError);
}

TEST(TrainingLog, TellsTheWatcherOfEveryEpoch) {
  const Recorder recorder;
  (void)train_two_epochs();
  EXPECT_EQ(recorder.sizes, (std::vector<nn::Index>{1, 2}));
  EXPECT_EQ(recorder.last, (EpochStats{0.25, 0.9, 0.85}));
}

TEST(TrainingLog, TellsNobodyAfterTheWatcherHasLeft) {
  const Recorder outer;
  { const Recorder inner; }
  (void)train_two_epochs();
  EXPECT_EQ(outer.sizes.size(), 2U);
}

}  // namespace
