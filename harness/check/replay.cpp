#include "check/replay.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

#include "check/wide.hpp"

namespace gradus::check {
namespace {

using wide::Matrix;
using wide::Real;
using wide::require;
using wide::widen;

constexpr double kFit = 1e-10;

/// The one bright pixel of a sample.
struct Spot {
  Index pixel = 0;
  Real value = 0.0L;
};

Real pixel_value(const ImageSet& data, Index sample, Index pixel) {
  return static_cast<Real>(data.pixels(pixel, sample) / 255.0);
}

void require_valid(const ImageSet& data) {
  require(data.pixels.cols() == data.size(), "an image set has one label for each image");
  for (const Index label : data.labels) {
    require(0 <= label && label < data.classes, "labels are 0 .. classes - 1");
  }
}

void require_fit(const LinearModel& model, const ImageSet& data) {
  require_valid(data);
  require(model.W.shape == Shape{data.classes, data.pixels.rows()}, "W is classes x features");
  require(model.b.shape == Shape{data.classes, 1}, "b is classes x 1");
}

Index label_of(const ImageSet& data, Index sample) {
  return data.labels[static_cast<std::size_t>(sample)];
}

/// A model at work in long double.
struct WideModel {
  Matrix W;
  Matrix b;
};

/// One step of gradient descent; returns the loss before it.
Real step(WideModel& model, const ImageSet& data, Index sample, Real learning_rate) {
  Matrix x(Shape{data.pixels.rows(), 1});
  for (Index j = 0; j < x.rows(); ++j) x(j, 0) = pixel_value(data, sample, j);
  const Matrix logits = wide::affine(model.W, model.b, x);
  const Index gold[] = {label_of(data, sample)};
  const Matrix g = wide::nll_gradient(logits, gold, 1.0L);
  for (Index i = 0; i < g.rows(); ++i) {
    model.b(i, 0) -= learning_rate * g(i, 0);
    for (Index j = 0; j < x.rows(); ++j) model.W(i, j) -= learning_rate * g(i, 0) * x(j, 0);
  }
  return wide::nll(logits, 0, gold[0]);
}

std::vector<Spot> find_spots(const ImageSet& data) {
  std::vector<Spot> spots;
  std::vector<bool> taken(static_cast<std::size_t>(data.pixels.rows()), false);
  for (Index sample = 0; sample < data.size(); ++sample) {
    Spot spot;
    Index bright = 0;
    for (Index pixel = 0; pixel < data.pixels.rows(); ++pixel) {
      const Real value = pixel_value(data, sample, pixel);
      if (value == 0.0L) continue;
      spot = {pixel, value};
      ++bright;
    }
    require(bright == 1, "order recovery needs images with one bright pixel each");
    require(!taken[static_cast<std::size_t>(spot.pixel)], "two images share their bright pixel");
    taken[static_cast<std::size_t>(spot.pixel)] = true;
    spots.push_back(spot);
  }
  return spots;
}

/// Recovers one order, step by step; see recover_order().
class Detective {
 public:
  Detective(const LinearModel& before, const LinearModel& after, const ImageSet& data,
            double learning_rate)
      : data_(data),
        spots_(find_spots(data)),
        learning_rate_(static_cast<Real>(learning_rate)),
        W_(widen(before.W)),
        b_(widen(before.b)),
        W_after_(widen(after.W)),
        b_after_(widen(after.b)) {}

  OrderRecovery investigate() {
    OrderRecovery result;
    note_traces(result);
    std::vector<bool> used(spots_.size(), false);
    std::vector<Index> order;
    while (static_cast<Index>(order.size()) < data_.size()) {
      const Index next = best_candidate(used, result.mismatch);
      if (!(result.mismatch <= kFit)) return result;
      used[static_cast<std::size_t>(next)] = true;
      order.push_back(next);
      result.explained = static_cast<Index>(order.size());
      const Matrix g = gradient(next);
      for (Index i = 0; i < g.rows(); ++i) b_(i, 0) -= learning_rate_ * g(i, 0);
    }
    result.mismatch = bias_mismatch();
    if (result.mismatch <= kFit && result.foreign.empty()) result.order = std::move(order);
    return result;
  }

 private:
  /// What can be said without an order.
  void note_traces(OrderRecovery& result) const {
    std::vector<bool> owned(static_cast<std::size_t>(W_.cols()), false);
    Matrix gap(b_.shape);
    for (Index i = 0; i < gap.rows(); ++i) gap(i, 0) = b_after_(i, 0) - b_(i, 0);
    for (Index sample = 0; sample < data_.size(); ++sample) {
      const Spot& spot = spots_[static_cast<std::size_t>(sample)];
      owned[static_cast<std::size_t>(spot.pixel)] = true;
      if (!moved(spot.pixel)) result.untouched.push_back(sample);
      for (Index i = 0; i < gap.rows(); ++i) gap(i, 0) -= moved_by(i, spot.pixel) / spot.value;
    }
    for (Index pixel = 0; pixel < W_.cols(); ++pixel) {
      if (!owned[static_cast<std::size_t>(pixel)] && moved(pixel)) result.foreign.push_back(pixel);
    }
    for (const Real v : gap.values) {
      result.bias_gap = worse(result.bias_gap, static_cast<double>(std::abs(v)));
    }
  }

  Real moved_by(Index row, Index pixel) const { return W_after_(row, pixel) - W_(row, pixel); }

  bool moved(Index pixel) const {
    for (Index i = 0; i < W_.rows(); ++i) {
      if (moved_by(i, pixel) != 0.0L) return true;
    }
    return false;
  }

  /// The gradient of the loss of a sample that has not been visited yet, at the present b.
  Matrix gradient(Index sample) const {
    const Spot& spot = spots_[static_cast<std::size_t>(sample)];
    Matrix logits(b_.shape);
    for (Index i = 0; i < logits.rows(); ++i) {
      logits(i, 0) = W_(i, spot.pixel) * spot.value + b_(i, 0);
    }
    const Index gold[] = {label_of(data_, sample)};
    return wide::nll_gradient(logits, gold, 1.0L);
  }

  double sample_mismatch(Index sample) const {
    const Spot& spot = spots_[static_cast<std::size_t>(sample)];
    const Matrix g = gradient(sample);
    double result = 0.0;
    for (Index i = 0; i < g.rows(); ++i) {
      const Real predicted = -learning_rate_ * g(i, 0) * spot.value;
      const Real error = std::abs(moved_by(i, spot.pixel) - predicted);
      result = worse(result, static_cast<double>(error));
    }
    return result;
  }

  double bias_mismatch() const {
    double result = 0.0;
    for (Index i = 0; i < b_.rows(); ++i) {
      result = worse(result, static_cast<double>(std::abs(b_after_(i, 0) - b_(i, 0))));
    }
    return result;
  }

  Index best_candidate(const std::vector<bool>& used, double& mismatch) const {
    Index best = -1;
    for (Index sample = 0; sample < data_.size(); ++sample) {
      if (used[static_cast<std::size_t>(sample)]) continue;
      const double candidate = sample_mismatch(sample);
      if (best >= 0 && !(candidate < mismatch)) continue;
      best = sample;
      mismatch = candidate;
    }
    return best;
  }

  /// The larger of two errors, where NaN is larger than anything.
  static double worse(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::numeric_limits<double>::quiet_NaN();
    return std::max(a, b);
  }

  const ImageSet& data_;
  std::vector<Spot> spots_;
  Real learning_rate_;
  Matrix W_;
  Matrix b_;
  Matrix W_after_;
  Matrix b_after_;
};

}  // namespace

Array label_column(const ImageSet& data) {
  return column(std::vector<double>(data.labels.begin(), data.labels.end()));
}

Array features(const ImageSet& data) {
  Array x = data.pixels;
  for (double& v : x.values) v /= 255.0;
  return x;
}

oracle::AccuracyRange accuracy(const LinearModel& model, const ImageSet& data) {
  require_fit(model, data);
  return oracle::accuracy(oracle::affine(model.W, model.b, features(data)), data.labels);
}

EpochReplay replay_epoch(const LinearModel& before, const ImageSet& data,
                         std::span<const Index> order, double learning_rate) {
  require_fit(before, data);
  WideModel model{widen(before.W), widen(before.b)};
  Real loss = 0.0L;
  for (const Index sample : order) {
    require(0 <= sample && sample < data.size(), "the order names samples of the data");
    loss += step(model, data, sample, static_cast<Real>(learning_rate));
  }
  EpochReplay result;
  result.after = {wide::narrow(model.W), wide::narrow(model.b)};
  result.mean_loss = static_cast<double>(loss / static_cast<Real>(order.size()));
  return result;
}

OrderRecovery recover_order(const LinearModel& before, const LinearModel& after,
                            const ImageSet& data, double learning_rate) {
  require_fit(before, data);
  require_fit(after, data);
  return Detective(before, after, data, learning_rate).investigate();
}

Index count_fixed_points(std::span<const Index> order) {
  Index count = 0;
  for (std::size_t t = 0; t < order.size(); ++t) {
    if (order[t] == static_cast<Index>(t)) ++count;
  }
  return count;
}

Index count_agreements(std::span<const Index> first, std::span<const Index> second) {
  Index count = 0;
  for (std::size_t t = 0; t < std::min(first.size(), second.size()); ++t) {
    if (first[t] == second[t]) ++count;
  }
  return count;
}

Index count_successions(std::span<const Index> order) {
  Index count = 0;
  for (std::size_t t = 0; t + 1 < order.size(); ++t) {
    if (order[t + 1] == order[t] + 1) ++count;
  }
  return count;
}

std::vector<Index> acceptable_epochs(std::span<const double> dev_accuracy) {
  if (dev_accuracy.empty()) throw std::invalid_argument("acceptable_epochs: no accuracy given");
  if (dev_accuracy.size() == 1) return {0};
  const double best = *std::max_element(dev_accuracy.begin() + 1, dev_accuracy.end());
  std::vector<Index> epochs;
  if (dev_accuracy[0] >= best) epochs.push_back(0);
  for (std::size_t e = 1; e < dev_accuracy.size(); ++e) {
    if (dev_accuracy[e] == best) epochs.push_back(static_cast<Index>(e));
  }
  return epochs;
}

}  // namespace gradus::check
