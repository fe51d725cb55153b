#include "specs/training_check.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "check/describe.hpp"
#include "check/story.hpp"
#include "check/tolerance.hpp"

namespace gradus::specs {
namespace {

using namespace check;

constexpr double kClose = 1e-10;
/// More fixed points than this in a random order have a probability of about 5e-14.
constexpr Index kMaxCoincidences = 15;

bool close_to(const Array& a, const Array& b) {
  return a.shape == b.shape &&
         std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                    [](double x, double y) { return close(x, y, kClose * (1 + std::abs(y))); });
}

std::string counted(Index n, const std::string& one, const std::string& more) {
  return std::to_string(n) + " " + (n == 1 ? one : more);
}

std::string list(const std::vector<Index>& indices) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(indices.size(), 8); ++i) {
    text += (text.empty() ? "" : ", ") + std::to_string(indices[i]);
  }
  return indices.size() > 8 ? text + ", ..." : text;
}

}  // namespace

bool same(const LinearModel& a, const LinearModel& b) {
  return close_to(a.W, b.W) && close_to(a.b, b.b);
}

TrainingProbe::TrainingProbe(Trial& trial, protocol::Operation operation)
    : trial_(trial), operation_(operation), story_(make_training_story(trial.random("story")())) {}

void TrainingProbe::fail(const std::string& expected, const std::string& got,
                         const std::string& why) const {
  const Case& c = trial_.last_input();
  throw Falsified({.input = describe(c["epochs"]) + (c["epochs"][0] == 1.0 ? " epoch" : " epochs") +
                            " over " + describe(static_cast<double>(c["training labels"].size())) +
                            " training images of " + describe(static_cast<double>(c["b"].size())) +
                            " classes, learning rate " + describe(c["learning rate"]) + ", seed " +
                            describe(c["seed"]),
                   .expected = expected,
                   .got = got,
                   .why = why});
}

std::string TrainingProbe::step_hint() const {
  if (operation_ != protocol::Operation::kTp2TrainingLoop) return "";
  return " For each sample: zero_grad, forward, loss, backward, step, in this order.";
}

Run TrainingProbe::run(const ImageSet& dev, int epochs, std::uint64_t seed) const {
  return run({story_.start, story_.train, dev, story_.learning_rate}, epochs, seed);
}

Run TrainingProbe::run(const Problem& problem, int epochs, std::uint64_t seed) const {
  const auto& [start, train, dev, learning_rate] = problem;
  const Case c({{"W", start.W},
                {"b", start.b},
                {"training pixels", train.pixels},
                {"training labels", label_column(train)},
                {"dev pixels", dev.pixels},
                {"dev labels", label_column(dev)},
                {"epochs", scalar(epochs)},
                {"learning rate", scalar(learning_rate)},
                {"seed", scalar(static_cast<double>(seed))}});
  Answer answer = trial_.call(operation_, c, {start.W.shape, start.b.shape, kAnyShape});
  return {{std::move(answer.results[0]), std::move(answer.results[1])},
          std::move(answer.results[2])};
}

std::vector<Index> TrainingProbe::order(const LinearModel& before, const LinearModel& after,
                                        int epoch) const {
  const OrderRecovery found = recover_order(before, after, story_.train, story_.learning_rate);
  if (found.order) return *found.order;

  const std::string expected =
      "parameters that some order of the samples explains, each visited once, each step "
      "W - learning_rate * gradient";
  const std::string where = "in epoch " + std::to_string(epoch) + ", ";
  if (same(before, after)) {
    fail(expected, where + "no parameter has moved",
         "The steps must change the model that was passed in." + step_hint());
  }
  if (!found.untouched.empty()) {
    fail(expected, where + "the weights of samples " + list(found.untouched) + " did not move",
         "Every sample must be visited, the first and the last too.");
  }
  if (found.bias_gap > kClose) {
    fail(expected, where + "b has not moved as the gradients of its samples say",
         "W and b are both parameters: each needs its own step, with its own gradient.");
  }
  if (found.explained == 0) {
    fail(expected, where + "not even the first step fits any sample",
         "Look at one step: its sign, its size, and that gradients start from zero each time." +
             step_hint());
  }
  fail(expected,
       where + "the first " + std::to_string(found.explained) +
           " steps fit, then none of the samples that are left does",
       "Loss and gradients of a sample must be computed with the parameters as they are at that "
       "moment, and each sample must be visited exactly once.");
}

TrainingProbe::TwoEpochs TrainingProbe::two_epochs(const ImageSet& dev, std::uint64_t seed) const {
  TwoEpochs found;
  found.one = run(dev, 1, seed);
  found.first = order(story_.start, found.one.model, 1);
  expect_repeatable(found.one, dev, seed);
  found.two = run(dev, 2, seed);
  found.second = order(found.one.model, found.two.model, 2);
  return found;
}

void TrainingProbe::expect_repeatable(const Run& first, const ImageSet& dev,
                                      std::uint64_t seed) const {
  if (same(first.model, run(dev, 1, seed).model)) return;
  fail("the same seed gives the same run", "another result the second time",
       "Take every random number from the generator that is passed in.");
}

void TrainingProbe::expect_gradient_descent() const {
  constexpr std::uint64_t kSeed = 7;
  const auto expect_replayed = [&](const LinearModel& before, const std::vector<Index>& visited,
                                   const LinearModel& after) {
    const auto replay = replay_epoch(before, story_.train, visited, story_.learning_rate);
    if (same(after, replay.after)) return;
    fail("the parameters that gradient descent gives", "other parameters",
         "Weights that belong to no sample must not move.");
  };
  const Run one = run(story_.rising_dev, 1, kSeed);
  expect_replayed(story_.start, order(story_.start, one.model, 1), one.model);
  if (!same(one.model, run(story_.rising_dev, 1, kSeed).model)) return;
  const Run two = run(story_.rising_dev, 2, kSeed);
  expect_replayed(one.model, order(one.model, two.model, 2), two.model);
}

void TrainingProbe::expect_shuffled() const {
  const auto [one, two, first, second] = two_epochs(story_.rising_dev, 11);
  if (count_fixed_points(first) > kMaxCoincidences || count_successions(first) > kMaxCoincidences) {
    fail("a random order of the samples", "the order " + list(first),
         "Samples in file order come in runs of similar ones. Shuffle before each epoch.");
  }
  if (count_agreements(first, second) > kMaxCoincidences) {
    fail("another order in every epoch", "the order " + list(first) + " in both epochs",
         "Shuffle inside the loop over epochs, with the generator that is passed in.");
  }
}

void TrainingProbe::expect_log() const {
  const Run one = run(story_.rising_dev, 1, 13);
  expect_repeatable(one, story_.rising_dev, 13);
  const Run two = run(story_.rising_dev, 2, 13);
  expect_entries(two, 2);
  const LinearModel models[] = {story_.start, one.model, two.model};
  for (Index e = 0; e < 2; ++e) {
    const LinearModel& before = models[e];
    const LinearModel& after = models[e + 1];
    const EpochReplay replay = replay_epoch(
        before, story_.train, order(before, after, static_cast<int>(e + 1)), story_.learning_rate);
    const std::string epoch = " in epoch " + std::to_string(e + 1);
    if (!close(two.log(0, e), replay.mean_loss, kClose)) {
      fail("mean loss " + describe(replay.mean_loss) + epoch,
           "mean loss " + describe(two.log(0, e)),
           "It is the mean of the losses as they were before each step: their sum over the "
           "number of samples.");
    }
    if (!accuracy(after, story_.train).admits(two.log(1, e))) {
      fail("train accuracy " + describe(accuracy(after, story_.train).lowest) + epoch,
           "train accuracy " + describe(two.log(1, e)),
           "It is evaluate() on the training set, after the epoch.");
    }
    if (!accuracy(after, story_.rising_dev).admits(two.log(2, e))) {
      fail("dev accuracy " + describe(accuracy(after, story_.rising_dev).lowest) + epoch,
           "dev accuracy " + describe(two.log(2, e)),
           "It is evaluate() on the dev set, after the epoch.");
    }
  }
  // With a third epoch the parameters may be those of an earlier one, but the accuracies on dev
  // are known.
  expect_dev_accuracies(story_.rising_dev, TrainingStory::kRisingAccuracy);
  expect_dev_accuracies(story_.wavy_dev, TrainingStory::kWavyAccuracy);
}

void TrainingProbe::expect_entries(const Run& run, Index epochs) const {
  if (run.log.shape == Shape{3, epochs}) return;
  fail("a log of " + counted(epochs, "entry", "entries") + ", one for each epoch",
       "a log of " + counted(run.log.cols(), "entry", "entries"),
       "Call log.add({mean_loss, train_accuracy, dev_accuracy}) at the end of each epoch, whether "
       "dev has become better or not, and run as many epochs as the options say.");
}

void TrainingProbe::expect_dev_accuracies(const ImageSet& dev,
                                          std::span<const double> expected) const {
  const auto epochs = static_cast<Index>(expected.size()) - 1;
  const Run all = run(dev, static_cast<int>(epochs), 13);
  expect_entries(all, epochs);
  for (Index e = 0; e < epochs; ++e) {
    const double right = expected[static_cast<std::size_t>(e + 1)];
    if (close(all.log(2, e), right, kClose)) continue;
    const std::string epoch = " in epoch " + std::to_string(e + 1);
    fail("dev accuracy " + describe(right) + epoch,
         "dev accuracy " + describe(all.log(2, e)) + epoch,
         "It is evaluate() on the dev set for the model as this epoch has left it, better or "
         "worse; the next epoch goes on from there.");
  }
}

void TrainingProbe::expect_reproducible() const {
  const Run first = run(story_.rising_dev, 1, 17);
  expect_repeatable(first, story_.rising_dev, 17);
  if (same(first.model, run(story_.rising_dev, 1, 18).model)) {
    fail("another seed gives another order", "the same result for seeds 17 and 18",
         "Take the random order from the generator that is passed in.");
  }
  if (!same(story_.start, run(story_.rising_dev, 0, 17).model)) {
    fail("no epoch leaves the parameters as they are", "other parameters",
         "The model starts from what it is given: do not initialise it again.");
  }
}

}  // namespace gradus::specs
