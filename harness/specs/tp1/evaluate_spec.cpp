#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/replay.hpp"
#include "check/trial.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

/// Random classifier and images, with labels of which a known number is right.
Generator problem() {
  return Generator()
      .axis('c', 2, 6)
      .axis('f', 2, 8)
      .axis('n', 1, 50)
      .reals("W", 'c', 'f')
      .reals("b", 'c')
      .reals("brightness", 'f', 'n')
      .index("label", 'c', 'n');
}

/// The case as it is sent: brightness becomes pixels 0 to 255.
Case with_pixels(const Case& c) {
  Array pixels = c["brightness"];
  for (double& x : pixels.values) x = std::clamp(std::round(128.0 + 64.0 * x), 0.0, 255.0);
  return Case({{"W", c["W"], 'c', 'f'},
               {"b", c["b"], 'c'},
               {"pixels", pixels, 'f', 'n'},
               {"labels", c["label"], 'n', kNoAxis, 'c'}});
}

oracle::AccuracyRange right_answer(const Case& c) {
  ImageSet data;
  data.pixels = c["pixels"];
  for (const double k : c["labels"].values) data.labels.push_back(static_cast<Index>(k));
  data.classes = c["W"].rows();
  return accuracy(LinearModel{c["W"], c["b"]}, data);
}

Answer evaluate(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp1Evaluate, c, {{1, 1}});
}

void expect_right(const Case& c, double got, const std::string& why) {
  const oracle::AccuracyRange expected = right_answer(c);
  expect(expected.admits(got), c, "accuracy " + describe(expected.lowest),
         "accuracy " + describe(got), why);
}

void value(Trial& trial) {
  trial.for_all(problem(), [&](const Case& drawn) {
    const Case c = with_pixels(drawn);
    const oracle::AccuracyRange expected = right_answer(c);
    if (expected.lowest != expected.highest) return;  // What ties mean is for the next check.
    expect_right(c, evaluate(trial, c)[0][0],
                 "It is the number of right answers over the number of samples, from 0 to 1.");
  });
  // Every share from none to all, so that no constant and no rounding passes.
  for (Index right = 0; right <= 8; ++right) {
    Array labels({8, 1});
    for (Index i = 0; i < 8; ++i) labels[i] = i < right ? 1.0 : 0.0;
    const Case c({{"W", Array({2, 1})},
                  {"b", column({0.0, 1.0})},
                  {"pixels", Array({1, 8}, 100.0)},
                  {"labels", labels}});
    expect_right(c, evaluate(trial, c)[0][0],
                 "Class 1 has the larger logit for every sample here.");
  }
  // More samples than a quick trial looks at, of which only the last are right.
  Array labels({150, 1});
  for (Index i = 100; i < labels.size(); ++i) labels[i] = 1.0;
  const Case many({{"W", Array({2, 1})},
                   {"b", column({0.0, 1.0})},
                   {"pixels", Array({1, labels.size()}, 100.0)},
                   {"labels", labels}});
  expect_right(
      many, evaluate(trial, many)[0][0],
      "Class 1 has the larger logit for every sample here, and every one of the 150 counts.");
}

void ties(Trial& trial) {
  // All logits equal: whichever class wins, the answer lies between "all wrong" and "all right".
  trial.for_all(
      problem(),
      [&](const Case& drawn) {
        const Case c = with_pixels(drawn)
                           .with("W", Array(drawn["W"].shape))
                           .with("b", Array(drawn["b"].shape));
        expect_right(c, evaluate(trial, c)[0][0], "All logits are equal here.");
      },
      20);
}

void pure(Trial& trial) {
  trial.for_all(
      problem(),
      [&](const Case& drawn) {
        const Case c = with_pixels(drawn);
        const Answer first = evaluate(trial, c);
        expect_unchanged(c, first);
        expect_close(c, "accuracy, asked again", evaluate(trial, c)[0], first[0], 1e-12,
                     "Evaluating is looking: it must change neither the model nor anything else.");
      },
      40);
}

}  // namespace

const check::Spec& tp1_evaluate() {
  static const Spec spec{
      "tp1.evaluate",
      {
          {"value", "It is the share of samples whose largest logit is at their label.",
           Kind::kValue, 70, &value},
          {"ties", "With equal logits it is still a share between 0 and 1.", Kind::kProperty, 10,
           &ties},
          {"pure", "It changes nothing, and the same data gives the same answer.", Kind::kRobust,
           20, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
