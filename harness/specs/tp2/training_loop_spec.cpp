#include <utility>

#include "specs/specs.hpp"
#include "specs/training_check.hpp"

namespace gradus::specs {
namespace {

using namespace check;

TrainingProbe probe(Trial& trial) { return {trial, protocol::Operation::kTp2TrainingLoop}; }

void value(Trial& trial) { probe(trial).expect_gradient_descent(); }
void shuffle(Trial& trial) { probe(trial).expect_shuffled(); }
void log(Trial& trial) { probe(trial).expect_log(); }
void seed(Trial& trial) { probe(trial).expect_reproducible(); }

/// Ten images, each three times: twice of class 0 and once of class 1. With long steps the last of
/// the three decides what the image is taken for, so the accuracy on the training set goes up and
/// down from epoch to epoch at random. A loop that keeps its best epoch moves on only when it sets
/// a record; that each of the last four of 12 epochs does has a probability below 1e-3.
TrainingProbe::Problem contradictory() {
  constexpr Index kImages = 10;
  ImageSet train;
  train.pixels = Array({kImages, 3 * kImages});
  train.classes = 2;
  for (Index k = 0; k < 3 * kImages; ++k) {
    train.pixels(k / 3, k) = 255.0;
    train.labels.push_back(k % 3 == 2 ? 1 : 0);
  }
  return {{Array({2, kImages}), Array({2, 1})}, train, train, 5.0};
}

void expect_every_epoch_kept(const TrainingProbe& p) {
  const TrainingProbe::Problem problem = contradictory();
  Run before = p.run(problem, 8, 23);
  for (int epochs = 9; epochs <= 12; ++epochs) {
    Run after = p.run(problem, epochs, 23);
    if (same(before.model, after.model)) {
      p.fail("the parameters after the last step", "those of an earlier epoch",
             "The accuracy on the training set was better then, but this loop does not go back: "
             "its caller decides.");
    }
    before = std::move(after);
  }
}

void last(Trial& trial) {
  const TrainingProbe p = probe(trial);
  const ImageSet& dev = p.story().wavy_dev;
  const Run one = p.run(dev, 1, 19);
  p.expect_repeatable(one, dev, 19);
  const Run two = p.run(dev, 2, 19);
  if (same(one.model, two.model)) {
    p.fail("the parameters after the last step",
           "those of epoch 1, where the accuracy on dev was best",
           "This loop does not go back to the best epoch, other than that of TP1: its caller "
           "decides.");
  }
  // Another way of going astray is found by recovering the steps of epoch 2.
  (void)p.order(one.model, two.model, 2);
  expect_every_epoch_kept(p);
}

}  // namespace

const check::Spec& tp2_training_loop() {
  static const Spec spec{
      "tp2.training_loop",
      {
          {"value", "Every epoch visits each sample once, by steps of gradient descent.",
           Kind::kValue, 130, &value},
          {"shuffle", "The order is random, and another one in every epoch.", Kind::kProperty, 55,
           &shuffle},
          {"log", "The log holds the mean loss and both accuracies of every epoch.",
           Kind::kProperty, 40, &log},
          {"last", "At the end the parameters are those after the last step.", Kind::kProperty, 35,
           &last},
          {"seed", "The same seed gives the same run; no epoch changes nothing.", Kind::kRobust, 40,
           &seed},
      }};
  return spec;
}

}  // namespace gradus::specs
