#include "specs/specs.hpp"
#include "specs/training_check.hpp"

namespace gradus::specs {
namespace {

using namespace check;

TrainingProbe probe(Trial& trial) { return {trial, protocol::Operation::kTp1Train}; }

void value(Trial& trial) { probe(trial).expect_gradient_descent(); }
void shuffle(Trial& trial) { probe(trial).expect_shuffled(); }
void log(Trial& trial) { probe(trial).expect_log(); }
void seed(Trial& trial) { probe(trial).expect_reproducible(); }

void best(Trial& trial) {
  const TrainingProbe p = probe(trial);
  const ImageSet& dev = p.story().wavy_dev;
  const Run one = p.run(dev, 1, 19);
  const bool kept = same(one.model, p.run(dev, 2, 19).model);
  if (kept && same(one.model, p.run(dev, 3, 19).model)) return;
  p.fail("the parameters of epoch 1, where the accuracy on dev is 0.75 (then 0.25 and 0.5)",
         "other parameters",
         "Keep a copy of the whole model whenever dev gets better, and put it back at the end. A "
         "reference to the model is no copy: it moves on with the training.");
}

}  // namespace

const check::Spec& tp1_train() {
  static const Spec spec{
      "tp1.train",
      {
          {"value", "Every epoch visits each sample once, by steps of gradient descent.",
           Kind::kValue, 130, &value},
          {"shuffle", "The order is random, and another one in every epoch.", Kind::kProperty, 50,
           &shuffle},
          {"best", "At the end the model is that of the best epoch on dev.", Kind::kProperty, 60,
           &best},
          {"log", "The log holds the mean loss and both accuracies of every epoch.",
           Kind::kProperty, 30, &log},
          {"seed", "The same seed gives the same run; no epoch changes nothing.", Kind::kRobust, 30,
           &seed},
      }};
  return spec;
}

}  // namespace gradus::specs
