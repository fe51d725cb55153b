#include "check/training_story.hpp"

#include <cstddef>
#include <numeric>
#include <vector>

#include "protocol/random.hpp"

namespace gradus::check {
namespace {

constexpr Index kClasses = 3;
constexpr Index kImages = 40;
constexpr Index kEarly = kImages;
constexpr Index kHigh = kImages + 1;
constexpr Index kSpoiled = kImages + 2;
constexpr Index kPixels = kImages + 3;
constexpr Index kClassZero = 10;
constexpr Index kClassTwo = 6;

/// Sets a column of W so that its pixel alone means class 1 if b(1) - b(0) > threshold and class 0
/// otherwise; class 2 is out of the question.
void set_threshold(LinearModel& model, Index pixel, double threshold) {
  model.W(0, pixel) = threshold;
  model.W(1, pixel) = 0.0;
  model.W(2, pixel) = -5.0;
}

/// Images with one bright pixel each.
ImageSet spots(const std::vector<Index>& pixels, std::vector<Index> labels) {
  ImageSet data;
  data.classes = kClasses;
  data.labels = std::move(labels);
  data.pixels = Array(Shape{kPixels, data.size()});
  for (Index i = 0; i < data.size(); ++i) {
    data.pixels(pixels[static_cast<std::size_t>(i)], i) = 255.0;
  }
  return data;
}

std::vector<Index> draw_labels(Random& random) {
  std::vector<Index> labels(static_cast<std::size_t>(kImages), 1);
  for (Index i = 0; i < kClassZero; ++i) labels[static_cast<std::size_t>(i)] = 0;
  for (Index i = 0; i < kClassTwo; ++i) labels[static_cast<std::size_t>(kClassZero + i)] = 2;
  random.shuffle(labels);
  return labels;
}

std::vector<Index> file_order() {
  std::vector<Index> order(static_cast<std::size_t>(kImages));
  std::iota(order.begin(), order.end(), Index{0});
  return order;
}

/// Some small numbers, and for every image a favourite class that two epochs do not overcome.
LinearModel draw_start(Random& random) {
  LinearModel model{Array(Shape{kClasses, kPixels}), Array(Shape{kClasses, 1})};
  for (double& w : model.W.values) w = random.uniform(-0.25, 0.25);
  for (double& b : model.b.values) b = random.uniform(-0.15, 0.15);
  for (Index i = 0; i < kImages; ++i) model.W(i % kClasses, i) += 1.5;
  return model;
}

double bias_difference(const LinearModel& model) { return model.b[1] - model.b[0]; }

/// The place of some image of class 1.
Index draw_late_learner(const std::vector<Index>& labels, Random& random) {
  for (;;) {
    const Index image = random.below(kImages);
    if (labels[static_cast<std::size_t>(image)] == 1) return image;
  }
}

}  // namespace

TrainingStory make_training_story(std::uint64_t seed) {
  Random random(seed);
  TrainingStory story;
  story.train = spots(file_order(), draw_labels(random));
  story.start = draw_start(random);
  const Index late_learner = draw_late_learner(story.train.labels, random);
  set_threshold(story.start, late_learner, bias_difference(story.start));

  const std::vector<Index> order = file_order();
  const LinearModel one = replay_epoch(story.start, story.train, order, story.learning_rate).after;
  const LinearModel two = replay_epoch(one, story.train, order, story.learning_rate).after;
  const double before = bias_difference(story.start);
  const double middle = bias_difference(one);
  const double after = bias_difference(two);
  set_threshold(story.start, kEarly, (before + middle) / 2.0);
  set_threshold(story.start, kHigh, (middle + after) / 2.0);
  set_threshold(story.start, kSpoiled, (middle + after) / 2.0);
  // The late learner's own column moves as well, by about half the learning rate for each of the
  // two classes and each visit.
  set_threshold(story.start, late_learner, (middle + after + 3.0 * story.learning_rate) / 2.0);

  story.rising_dev = spots({kEarly, kHigh}, {1, 1});
  story.falling_dev = spots({kEarly, kSpoiled}, {1, 0});
  return story;
}

}  // namespace gradus::check
