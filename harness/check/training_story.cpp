#include "check/training_story.hpp"

#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <vector>

#include "protocol/random.hpp"

namespace gradus::check {
namespace {

constexpr Index kClasses = 3;
constexpr Index kImages = 104;
/// Pixels whose image changes sides in epoch 1, 2 and 3.
constexpr std::array<Index, 3> kTurns = {kImages, kImages + 1, kImages + 2};
constexpr Index kPixels = kImages + 3;
constexpr Index kClassZero = 26;
constexpr Index kClassTwo = 16;
constexpr Index kLateLearners = 8;

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

/// Some small numbers, and for every image a favourite class that three epochs do not overcome.
LinearModel draw_start(Random& random) {
  LinearModel model{Array(Shape{kClasses, kPixels}), Array(Shape{kClasses, 1})};
  for (double& w : model.W.values) w = random.uniform(-0.25, 0.25);
  for (double& b : model.b.values) b = random.uniform(-0.15, 0.15);
  for (Index i = 0; i < kImages; ++i) model.W(i % kClasses, i) += 3.0;
  return model;
}

double bias_difference(const LinearModel& model) { return model.b[1] - model.b[0]; }

/// The models after 0, 1, ... epochs in file order.
std::vector<LinearModel> train(const TrainingStory& story, int epochs) {
  const std::vector<Index> order = file_order();
  std::vector<LinearModel> models = {story.start};
  for (int e = 0; e < epochs; ++e) {
    models.push_back(replay_epoch(models.back(), story.train, order, story.learning_rate).after);
  }
  return models;
}

/// The places of some images of class 1.
std::vector<Index> draw_late_learners(const std::vector<Index>& labels, Random& random) {
  std::vector<Index> images;
  for (const Index image : random.permutation(kImages)) {
    if (labels[static_cast<std::size_t>(image)] == 1) images.push_back(image);
    if (std::ssize(images) == kLateLearners) break;
  }
  return images;
}

/// Sets the columns of training images so that class 1 leads by one learning rate after two epochs.
void make_late_learners(TrainingStory& story, const std::vector<Index>& images, Random& random) {
  for (const Index image : images) {
    set_threshold(story.start, image, bias_difference(story.start));
    // No two may be alike, or their order could not be told.
    story.start.W(2, image) = random.uniform(-5.0, -3.0);
  }
  // What the images do to each other and to themselves hardly depends on the thresholds: moving
  // one by some amount moves the lead by nearly that. So twice is enough.
  for (int i = 0; i < 2; ++i) {
    const LinearModel after = train(story, 2).back();
    for (const Index image : images) {
      const double lead = bias_difference(after) + after.W(1, image) - after.W(0, image);
      story.start.W(0, image) += lead - story.learning_rate;
    }
  }
}

}  // namespace

TrainingStory make_training_story(std::uint64_t seed) {
  Random random(seed);
  TrainingStory story;
  story.train = spots(file_order(), draw_labels(random));
  story.start = draw_start(random);
  make_late_learners(story, draw_late_learners(story.train.labels, random), random);

  const std::vector<LinearModel> models = train(story, 3);
  for (std::size_t e = 0; e < kTurns.size(); ++e) {
    const double before = bias_difference(models[e]);
    const double after = bias_difference(models[e + 1]);
    set_threshold(story.start, kTurns[e], (before + after) / 2.0);
  }
  story.rising_dev = spots({kTurns[0], kTurns[1]}, {1, 1});
  story.wavy_dev = spots({kTurns[0], kTurns[1], kTurns[1], kTurns[2]}, {1, 0, 0, 1});
  return story;
}

}  // namespace gradus::check
