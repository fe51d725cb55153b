// What an expert would write who knows this one network: no autograd, every gradient applied where
// it arises. Eigen, one thread. With --model mlp and the dtype's suffix -list, the positions of the
// non-zero pixels are listed when the images are loaded.
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <vector>

#include "bench/peers/run_peer.hpp"

namespace gradus::bench {
namespace {

constexpr std::size_t kPixels = 784;

template <class Real>
class Network {
 public:
  using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
  using Vector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;

  Network(const Task& task, bool listed) : linear_(task.is_linear()), listed_(listed) {
    const auto from_rows = [](const std::vector<double>& rows, std::size_t m, std::size_t n) {
      return Matrix(
          Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
              rows.data(), static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(n))
              .template cast<Real>());
    };
    const std::size_t first = linear_ ? task.classes() : task.hidden();
    W0_ = from_rows(task.W0, first, task.inputs());
    b0_ = Vector::Zero(W0_.rows());
    if (!linear_) {
      W1_ = from_rows(task.W1, task.classes(), task.hidden());
      b1_ = Vector::Zero(W1_.rows());
    }
    for (int level = 0; level < 256; ++level) grey_[level] = static_cast<Real>(level / 255.0);
    if (listed_) list_pixels(task);
  }

  void train(const Task& task) {
    const auto rate = static_cast<Real>(task.learning_rate());
    const std::size_t n = task.order.size();
    for (std::size_t first = 0; first < n; first += task.batch) {
      const std::size_t batch = std::min(task.batch, n - first);
      if (task.batch == 1) {
        step_on_one(task, static_cast<std::size_t>(task.order[first]), rate);
      } else {
        step(task, first, batch, rate);
      }
    }
  }

  [[nodiscard]] std::size_t count_right(const Task& task) {
    constexpr std::size_t kBatch = 128;
    const std::size_t n = task.test.labels.size();
    std::size_t right = 0;
    for (std::size_t first = 0; first < n; first += kBatch) {
      const std::size_t batch = std::min(kBatch, n - first);
      x_.resize(W0_.cols(), static_cast<Eigen::Index>(batch));
      for (std::size_t k = 0; k < batch; ++k) fetch(task.test_image(first + k), k);
      forward();
      for (std::size_t k = 0; k < batch; ++k) {
        Eigen::Index best = 0;
        logits_.col(static_cast<Eigen::Index>(k)).maxCoeff(&best);
        if (best == task.test.labels[first + k]) ++right;
      }
    }
    return right;
  }

 private:
  static void tanh_in_place(Matrix& h) {
    h = (Real(1) - Real(2) / ((Real(2) * h.array()).exp() + Real(1))).matrix();
  }

  void list_pixels(const Task& task) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < task.train.labels.size(); ++i) {
      const std::uint8_t* image = task.train_image(i);
      for (std::size_t j = 0; j < task.inputs(); ++j) {
        if (image[j] == 0) continue;
        positions_.push_back(static_cast<std::uint16_t>(j));
        levels_.push_back(image[j]);
      }
      starts_.push_back(positions_.size());
    }
  }

  /// The positions and grey levels that are not zero, in here_ and x_here_.
  void find_pixels(const Task& task, std::size_t i) {
    if (listed_) {
      n_here_ = starts_[i + 1] - starts_[i];
      for (std::size_t k = 0; k < n_here_; ++k) {
        here_[k] = positions_[starts_[i] + k];
        x_here_[k] = grey_[levels_[starts_[i] + k]];
      }
      return;
    }
    const std::uint8_t* image = task.train_image(i);
    n_here_ = 0;
    for (std::size_t j = 0; j < kPixels; ++j) {
      here_[n_here_] = static_cast<std::uint16_t>(j);
      n_here_ += image[j] != 0 ? 1 : 0;
    }
    for (std::size_t k = 0; k < n_here_; ++k) x_here_[k] = grey_[image[here_[k]]];
  }

  /// h = b0 + W0 x, four columns at a time.
  void first_layer() {
    h_ = b0_;
    std::size_t k = 0;
    for (; k + 4 <= n_here_; k += 4) {
      h_.noalias() +=
          (x_here_[k] * W0_.col(here_[k]) + x_here_[k + 1] * W0_.col(here_[k + 1])) +
          (x_here_[k + 2] * W0_.col(here_[k + 2]) + x_here_[k + 3] * W0_.col(here_[k + 3]));
    }
    for (; k < n_here_; ++k) h_.noalias() += x_here_[k] * W0_.col(here_[k]);
  }

  void step_on_one(const Task& task, std::size_t i, Real rate) {
    find_pixels(task, i);
    first_layer();
    if (!linear_) {
      tanh_in_place(h_);
      logits_ = b1_;
      logits_.noalias() += W1_ * h_.col(0);
    } else {
      logits_ = h_;
    }
    g_ = (logits_.array() - logits_.maxCoeff()).exp();
    g_ *= rate / g_.sum();
    g_(task.train.labels[i], 0) -= rate;
    const Matrix* g = &g_;
    if (!linear_) {
      dh_.noalias() = W1_.transpose() * g_.col(0);
      dh_.array() *= Real(1) - h_.array().square();
      // Not noalias: Eigen takes a product of a column and a row for a general one.
      for (Eigen::Index j = 0; j < W1_.cols(); ++j) W1_.col(j) -= h_(j, 0) * g_.col(0);
      b1_ -= g_.col(0);
      g = &dh_;
    }
    for (std::size_t k = 0; k < n_here_; ++k) W0_.col(here_[k]) -= x_here_[k] * g->col(0);
    b0_ -= g->col(0);
  }

  void fetch(const std::uint8_t* image, std::size_t k) {
    Real* column = x_.data() + k * static_cast<std::size_t>(x_.rows());
    for (Eigen::Index j = 0; j < x_.rows(); ++j) column[j] = grey_[image[j]];
  }

  void forward() {
    h_.noalias() = W0_ * x_;
    h_.colwise() += b0_;
    if (linear_) {
      logits_ = h_;
      return;
    }
    tanh_in_place(h_);
    logits_.noalias() = W1_ * h_;
    logits_.colwise() += b1_;
  }

  void step(const Task& task, std::size_t first, std::size_t batch, Real rate) {
    x_.resize(W0_.cols(), static_cast<Eigen::Index>(batch));
    for (std::size_t k = 0; k < batch; ++k) {
      fetch(task.train_image(static_cast<std::size_t>(task.order[first + k])), k);
    }
    forward();
    g_.resizeLike(logits_);
    const Real scale = rate / static_cast<Real>(batch);
    for (std::size_t k = 0; k < batch; ++k) {
      const auto column = static_cast<Eigen::Index>(k);
      g_.col(column) = (logits_.col(column).array() - logits_.col(column).maxCoeff()).exp();
      g_.col(column) *= scale / g_.col(column).sum();
      g_(task.train.labels[static_cast<std::size_t>(task.order[first + k])], column) -= scale;
    }
    const Matrix* g = &g_;
    if (!linear_) {
      dh_.noalias() = W1_.transpose() * g_;
      dh_.array() *= Real(1) - h_.array().square();
      W1_.noalias() -= g_ * h_.transpose();
      b1_ -= g_.rowwise().sum();
      g = &dh_;
    }
    W0_.noalias() -= *g * x_.transpose();
    b0_ -= g->rowwise().sum();
  }

  bool linear_;
  bool listed_;
  Real grey_[256];
  Matrix W0_, W1_, x_, h_, logits_, g_, dh_;
  Vector b0_, b1_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint16_t> positions_;
  std::vector<std::uint8_t> levels_;
  std::uint16_t here_[kPixels];
  Real x_here_[kPixels];
  std::size_t n_here_ = 0;
};

Answer run(const Task& task) {
  const bool listed = task.dtype.ends_with("-list");
  if (task.dtype.starts_with("f32")) return measure(task, Network<float>(task, listed));
  return measure(task, Network<double>(task, listed));
}

}  // namespace
}  // namespace gradus::bench

int main(int argc, char** argv) {
  return gradus::bench::run_peer(argc, argv, {"f64", "f32", "f64-list", "f32-list"},
                                 gradus::bench::run);
}
