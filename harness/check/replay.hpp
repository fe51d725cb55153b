#pragma once

#include <optional>
#include <span>
#include <vector>

#include "check/oracle.hpp"
#include "protocol/array.hpp"

namespace gradus::check {

/// Images with their labels: what a training story sends to a worker.
struct ImageSet {
  Array pixels;               ///< features x images, whole numbers 0 to 255; v stands for v / 255
  std::vector<Index> labels;  ///< one for each image, 0 .. classes - 1
  Index classes = 0;

  [[nodiscard]] Index size() const { return static_cast<Index>(labels.size()); }
};

/// The labels as a column of numbers, the form in which they travel.
[[nodiscard]] Array label_column(const ImageSet& data);

/// The images as a classifier sees them: pixels / 255, one column for each image.
[[nodiscard]] Array features(const ImageSet& data);

/// The parameters of a linear classifier: logits W x + b.
struct LinearModel {
  Array W;  ///< classes x features
  Array b;  ///< classes x 1
};

/// The accuracy of a linear classifier, computed in long double.
[[nodiscard]] oracle::AccuracyRange accuracy(const LinearModel& model, const ImageSet& data);

/// What one epoch of training does.
struct EpochReplay {
  LinearModel after;
  double mean_loss = 0.0;  ///< mean over the samples of the loss before each one's update
};

/// One epoch of stochastic gradient descent, one sample at a time, in long double:
/// \f$ g = \mathrm{softmax}(W x + b) - e_y \f$, then \f$ W \leftarrow W - \eta g x^T \f$ and
/// \f$ b \leftarrow b - \eta g \f$, for the samples in the given order (which may visit a sample
/// twice or never).
///
/// Right code in double ends within 1e-13 of this on the training story; 1e-10 leaves room.
///
/// \throws std::invalid_argument if shapes do not fit or the order names a sample that is not
/// there.
[[nodiscard]] EpochReplay replay_epoch(const LinearModel& before, const ImageSet& data,
                                       std::span<const Index> order, double learning_rate);

/// What the parameters before and after an epoch say of the order of the samples.
struct OrderRecovery {
  /// The order in which the samples were visited; nothing if no order (each sample once) explains
  /// the parameters.
  std::optional<std::vector<Index>> order;

  /// How many samples were explained before none fitted; the number of samples if all were, in
  /// which case the bias afterwards is what does not fit.
  Index explained = 0;
  /// How far the best unused sample was from fitting there (largest entry of its column).
  double mismatch = 0.0;

  /// Samples whose columns of W have not moved: never visited, if the gradient is right.
  std::vector<Index> untouched;
  /// Columns of W that have moved, though no sample has that pixel.
  std::vector<Index> foreign;
  /// Largest entry of \f$ \Delta b - \sum_i \Delta W_i / x_i \f$, where i runs over the samples.
  /// It is 0 whenever W and b get the same gradient, in whatever order and how often: if it is not,
  /// b is not updated as W is.
  double bias_gap = 0.0;
};

/// Finds the order in which an epoch of per-sample gradient descent has visited the samples.
///
/// Each sample must have exactly one bright pixel, which no other sample has. Then its visit
/// alone moves its column of W, by \f$ -\eta x (\mathrm{softmax}(W_i x + b) - e_y) \f$, where b
/// tells how many samples came before. So the next sample of the order is the one whose observed
/// column is what the present b predicts, and its update gives the next b: the whole order
/// follows, step by step. A column within 1e-10 fits, and the best one is taken; on the training
/// story the closest that another sample came in 16 million pairs was 9e-10.
///
/// Wrong updates (sign, factor, stale gradient, accumulated gradients, a bias that does not move,
/// another label), a sample visited twice and one never visited leave no order.
///
/// \throws std::invalid_argument if shapes do not fit or the data is not of that kind.
[[nodiscard]] OrderRecovery recover_order(const LinearModel& before, const LinearModel& after,
                                          const ImageSet& data, double learning_rate);

/// Positions t with order[t] = t. A random order has one on average; more than 15 have a
/// probability of about 5e-14.
[[nodiscard]] Index count_fixed_points(std::span<const Index> order);

/// Positions where two orders have the same sample; for independent random orders this has the law
/// of count_fixed_points().
[[nodiscard]] Index count_agreements(std::span<const Index> first, std::span<const Index> second);

/// Positions t with order[t + 1] = order[t] + 1. A random order has about one; a rotated file order
/// has nearly all.
[[nodiscard]] Index count_successions(std::span<const Index> order);

/// Which parameters "keep the best on dev" may return.
///
/// \param dev_accuracy  dev_accuracy[e] after e epochs; [0] belongs to the initial parameters
/// \return the numbers of epochs, ascending. With no epoch: {0}. Otherwise every epoch whose
///         accuracy is the best of those after training (kept with > or with >=: first or last of
///         equals), and 0 as well if the initial parameters are at least as good; whether they are
///         a candidate is left open.
[[nodiscard]] std::vector<Index> acceptable_epochs(std::span<const double> dev_accuracy);

}  // namespace gradus::check
