#pragma once

#include <array>
#include <cstdint>

#include "check/replay.hpp"

namespace gradus::check {

/// A small training problem whose parameters tell afterwards what the training loop has done.
///
/// **Training set.** 40 images of 43 pixels. Image i has one bright pixel (255, which is 1.0), the
/// i-th, so recover_order() can find when it was visited. 24 images are of class 1, 10 of class 0
/// and 6 of class 2, in random places: a label that goes with another image shows. The initial W
/// and b are not zero: a loop that starts afresh shows.
///
/// **Bias.** Class 1 being the most frequent, \f$ D = b_1 - b_0 \f$ rises in every epoch. With the
/// learning rate 0.01 the order changes D by much less than an epoch does, so D after one epoch
/// and D after two are known in advance.
///
/// **Dev sets.** The last three pixels belong to no training image: their columns of W never move.
/// An image that has one of them alone is classified by the initial column and the present b: as
/// class 1 if D is above a threshold that the column sets, as class 0 below. Three such images
/// change sides between epochs at will:
/// | image                              | initially | after 1 epoch | after 2 |
/// |------------------------------------|-----------|---------------|---------|
/// | early: class 1, low threshold      | wrong     | right         | right   |
/// | late: class 1, high threshold      | wrong     | wrong         | right   |
/// | spoiled: class 0, high threshold   | right     | right         | wrong   |
///
/// The rising dev set (early, late) has the accuracies 0, 1/2, 1: "keep the best on dev" must
/// return the last parameters, which show the whole training. The falling one (early, spoiled) has
/// 1/2, 1, 1/2: it must return those of epoch 1. No two of these are equal, so it does not matter
/// whether `>` or `>=` is used, nor whether the initial parameters are a candidate.
///
/// **Training accuracy.** One training image becomes right in the second epoch, all others stay
/// what they are: a loop that selects on the training set returns epoch 2 of the falling story.
struct TrainingStory {
  LinearModel start;
  double learning_rate = 0.01;
  ImageSet train;
  ImageSet rising_dev;
  ImageSet falling_dev;

  /// Accuracy on a dev set after 0, 1 and 2 epochs, whatever the order of the samples.
  static constexpr std::array<double, 3> kRisingAccuracy = {0.0, 0.5, 1.0};
  static constexpr std::array<double, 3> kFallingAccuracy = {0.5, 1.0, 0.5};
};

/// Makes one. The seed draws the initial parameters and the places of the labels.
[[nodiscard]] TrainingStory make_training_story(std::uint64_t seed);

}  // namespace gradus::check
