// An autograd as one writes it the first time, with Eigen: every gradient is a matrix of its own,
// the image gets one too, nothing is skipped and nothing is applied in place.
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>
#include <algorithm>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

#include "bench/peers/run_peer.hpp"

namespace gradus::bench {
namespace {

using Matrix = Eigen::MatrixXd;

struct Node {
  explicit Node(Matrix data) : value(std::move(data)), gradient(zero()) {}
  [[nodiscard]] Matrix zero() const { return Matrix::Zero(value.rows(), value.cols()); }

  Matrix value;
  Matrix gradient;
  std::vector<std::shared_ptr<Node>> inputs;
  std::function<void()> backward;
};

using Tensor = std::shared_ptr<Node>;

Tensor tensor(Matrix value) { return std::make_shared<Node>(std::move(value)); }

Tensor affine(const Tensor& W, const Tensor& b, const Tensor& x) {
  Matrix value = W->value * x->value;
  value.colwise() += b->value.col(0);
  Tensor y = tensor(std::move(value));
  y->inputs = {W, b, x};
  y->backward = [W, b, x, self = y.get()] {
    W->gradient += self->gradient * x->value.transpose();
    b->gradient += self->gradient.rowwise().sum();
    x->gradient += W->value.transpose() * self->gradient;
  };
  return y;
}

Tensor tanh(const Tensor& x) {
  Tensor y = tensor(x->value.array().tanh().matrix());
  y->inputs = {x};
  y->backward = [x, self = y.get()] {
    x->gradient += (self->gradient.array() * (1.0 - self->value.array().square())).matrix();
  };
  return y;
}

Tensor nll(const Tensor& logits, const std::vector<Eigen::Index>& gold) {
  Matrix p = logits->value;
  double loss = 0.0;
  for (Eigen::Index k = 0; k < p.cols(); ++k) {
    const double c = p.col(k).maxCoeff();
    const double x = p(gold[static_cast<std::size_t>(k)], k);
    p.col(k) = (p.col(k).array() - c).exp();
    const double sum = p.col(k).sum();
    loss += c + std::log(sum) - x;
    p.col(k) /= sum;
    p(gold[static_cast<std::size_t>(k)], k) -= 1.0;
  }
  const auto n = static_cast<double>(p.cols());
  Tensor y = tensor(Matrix::Constant(1, 1, loss / n));
  y->inputs = {logits};
  y->backward = [logits, p, n, self = y.get()] {
    logits->gradient += self->gradient(0, 0) / n * p;
  };
  return y;
}

void sort(const Tensor& node, std::unordered_set<Node*>& seen, std::vector<Tensor>& order) {
  if (!seen.insert(node.get()).second) return;
  for (const Tensor& input : node->inputs) sort(input, seen, order);
  order.push_back(node);
}

void backward(const Tensor& loss) {
  std::unordered_set<Node*> seen;
  std::vector<Tensor> order;
  sort(loss, seen, order);
  loss->gradient.setOnes();
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    if ((*node)->backward) (*node)->backward();
  }
}

class Network {
 public:
  explicit Network(const Task& task) {
    add(task.W0, task.is_linear() ? task.classes() : task.hidden(), task.inputs());
    if (!task.is_linear()) add(task.W1, task.classes(), task.hidden());
  }

  void train(const Task& task) {
    const std::size_t n = task.order.size();
    std::vector<Eigen::Index> gold;
    for (std::size_t first = 0; first < n; first += task.batch) {
      const std::size_t batch = std::min(task.batch, n - first);
      Matrix x(static_cast<Eigen::Index>(task.inputs()), static_cast<Eigen::Index>(batch));
      gold.clear();
      for (std::size_t k = 0; k < batch; ++k) {
        const auto i = static_cast<std::size_t>(task.order[first + k]);
        fetch(task.train_image(i), x, k);
        gold.push_back(task.train.labels[i]);
      }
      for (const Tensor& p : parameters_) p->gradient = p->zero();
      backward(nll(forward(tensor(std::move(x))), gold));
      for (const Tensor& p : parameters_) p->value -= task.learning_rate() * p->gradient;
    }
  }

  [[nodiscard]] std::size_t count_right(const Task& task) const {
    constexpr std::size_t kBatch = 128;
    const std::size_t n = task.test.labels.size();
    std::size_t right = 0;
    for (std::size_t first = 0; first < n; first += kBatch) {
      const std::size_t batch = std::min(kBatch, n - first);
      Matrix x(static_cast<Eigen::Index>(task.inputs()), static_cast<Eigen::Index>(batch));
      for (std::size_t k = 0; k < batch; ++k) fetch(task.test_image(first + k), x, k);
      const Tensor logits = forward(tensor(std::move(x)));
      for (std::size_t k = 0; k < batch; ++k) {
        Eigen::Index best = 0;
        logits->value.col(static_cast<Eigen::Index>(k)).maxCoeff(&best);
        if (best == task.test.labels[first + k]) ++right;
      }
    }
    return right;
  }

 private:
  void add(const std::vector<double>& rows, std::size_t m, std::size_t n) {
    using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto r = static_cast<Eigen::Index>(m);
    parameters_.push_back(
        tensor(Eigen::Map<const Rows>(rows.data(), r, static_cast<Eigen::Index>(n))));
    parameters_.push_back(tensor(Matrix::Zero(r, 1)));
  }

  static void fetch(const std::uint8_t* image, Matrix& x, std::size_t k) {
    for (Eigen::Index j = 0; j < x.rows(); ++j) {
      x(j, static_cast<Eigen::Index>(k)) = image[j] / 255.0;
    }
  }

  [[nodiscard]] Tensor forward(const Tensor& x) const {
    const Tensor y = affine(parameters_[0], parameters_[1], x);
    return parameters_.size() == 2 ? y : affine(parameters_[2], parameters_[3], tanh(y));
  }

  std::vector<Tensor> parameters_;
};

}  // namespace
}  // namespace gradus::bench

int main(int argc, char** argv) {
  using namespace gradus::bench;
  return run_peer(argc, argv, {"f64"},
                  [](const Task& task) { return measure(task, Network(task)); });
}
