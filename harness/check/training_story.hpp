#pragma once

#include <array>
#include <cstdint>

#include "check/replay.hpp"

namespace gradus::check {

/// A small training problem whose parameters tell afterwards what the training loop has done.
///
/// **Training set.** 104 images of 107 pixels: more than the hundred of somebody's quick trial.
/// Image i has one bright pixel (255, which is 1.0), the i-th, so recover_order() can find when it
/// was visited. 62 images are of class 1, 26 of class 0 and 16 of class 2, in random places: a
/// label that goes with another image shows. The initial W and b are not zero: a loop that starts
/// afresh shows. The learning rate is not the 0.01 of the course: one that is written into the code
/// shows. It is small, so that the order of the samples matters little.
///
/// **Bias.** Class 1 being the most frequent, \f$ D = b_1 - b_0 \f$ rises in every epoch, by about
/// 35 learning rates. The order changes that by less than one, so D after one epoch, after two and
/// after three is known in advance.
///
/// **Dev sets.** The last three pixels belong to no training image: their columns of W never move.
/// An image that has one of them alone is classified by the initial column and the present b: as
/// class 1 if D is above a threshold that the column sets, as class 0 below. The thresholds lie
/// half-way between the D of one epoch and the next, so with each epoch the image of one more pixel
/// turns from class 0 to class 1. Labels decide what that means:
/// | dev set | labels of the images that turn in epoch 1, 2, 3 | accuracy after 0, 1, 2, 3 epochs |
/// |---------|-------------------------------------------------|----------------------------------|
/// | rising  | 1; 1; no such image                             | 0, 1/2, 1, 1                     |
/// | wavy    | 1; 0 and 0; 1                                   | 1/2, 3/4, 1/4, 1/2               |
///
/// On the rising one, "keep the best on dev" must return the last parameters after one epoch and
/// after two, which shows the whole training; a third epoch tells whether the loop goes on when
/// there is nothing left to gain (there the best is not unique, so only the log may be looked at).
/// On the wavy one it must return those of epoch 1. The best of these is unique, so it does not
/// matter whether `>` or `>=` is used, nor whether the initial parameters are a candidate. Up, down
/// and up again shows who compares with the last epoch instead of the best, stops when dev gets
/// worse, or goes back to the best before going on.
///
/// **Training accuracy.** Eight training images, the late learners, become right in the second
/// epoch, all others stay what they are: a loop that selects on the training set returns another
/// epoch than the first of the wavy story. After epoch 2 their lead of class 1 over class 0 is one
/// learning rate, give or take a fifth for the order (and 0.9 at most, in 197,000 runs). But an
/// image's own visit moves W and b, and with them its lead by two learning rates: it is still wrong
/// when it is visited, unless the last few images of the epoch take some of D back. In none of the
/// 197,000 runs were all eight right by then, so accuracy counted on the way differs from accuracy
/// afterwards.
struct TrainingStory {
  LinearModel start;
  double learning_rate = 0.002;
  ImageSet train;
  ImageSet rising_dev;
  ImageSet wavy_dev;

  /// Accuracy on a dev set after 0, 1, 2 and 3 epochs, whatever the order of the samples.
  static constexpr std::array<double, 4> kRisingAccuracy = {0.0, 0.5, 1.0, 1.0};
  static constexpr std::array<double, 4> kWavyAccuracy = {0.5, 0.75, 0.25, 0.5};
};

/// Makes one. The seed draws the initial parameters and the places of the labels.
[[nodiscard]] TrainingStory make_training_story(std::uint64_t seed);

}  // namespace gradus::check
