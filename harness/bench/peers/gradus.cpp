// The reference solution, as a student's training loop calls it.
#include <algorithm>
#include <span>
#include <vector>

#include "bench/peers/run_peer.hpp"
#include "nn/dataset.hpp"
#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/linear_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

namespace gradus::bench {
namespace {

nn::Dataset dataset(const mnist::Digits& digits) {
  return {digits.images.pixels, digits.labels, digits.images.rows, digits.images.cols, 10};
}

void fill(nn::Matrix& W, const std::vector<double>& rows) {
  auto entry = rows.begin();
  for (nn::Index i = 0; i < W.rows(); ++i) {
    for (nn::Index j = 0; j < W.cols(); ++j) W(i, j) = *entry++;
  }
}

std::size_t right(double accuracy, const nn::Dataset& data) {
  return static_cast<std::size_t>(accuracy * static_cast<double>(data.size()) + 0.5);
}

/// TP1: a sample at a time, gradients by hand.
class ByHand {
 public:
  explicit ByHand(const Task& task)
      : train_(dataset(task.train)),
        test_(dataset(task.test)),
        model_{nn::Matrix(10, 784), nn::Vector::zeros(10)} {
    fill(model_.W, task.W0);
  }

  void train(const Task& task) {
    for (const nn::Index i : task.order) step(train_.image(i), train_.label(i), 0.01);
  }

  [[nodiscard]] std::size_t count_right(const Task&) const {
    return right(tp1::evaluate(model_, test_), test_);
  }

 private:
  void step(const nn::Vector& x, nn::Index gold, double learning_rate) {
    const nn::Vector logits = tp1::affine_transform(model_.W, model_.b, x);
    const nn::Vector g = tp1::backward_nll(logits, gold, 1.0);
    const tp1::AffineGradient gradient = tp1::backward_affine_transform(model_.W, model_.b, x, g);
    model_.W -= learning_rate * gradient.W;
    model_.b -= learning_rate * gradient.b;
    loss_ += tp1::nll(logits, gold);
  }

  nn::Dataset train_;
  nn::Dataset test_;
  tp1::LinearClassifier model_;
  double loss_ = 0.0;
};

/// TP2: the autograd, a sample or a mini-batch at a time.
class ByAutograd {
 public:
  ByAutograd(const Task& task, tp2::Network& network)
      : train_(dataset(task.train)),
        test_(dataset(task.test)),
        network_(network),
        optimizer_(network, task.learning_rate()) {}

  void train(const Task& task) {
    const std::vector<nn::Index> order(task.order.begin(), task.order.end());
    if (task.batch == 1) {
      for (const nn::Index i : order) {
        step(nn::as_column(train_.image(i)), std::vector<nn::Index>{train_.label(i)});
      }
      return;
    }
    for (std::size_t first = 0; first < order.size(); first += task.batch) {
      const auto batch =
          std::span(order).subspan(first, std::min(task.batch, order.size() - first));
      step(train_.images(batch), train_.labels(batch));
    }
  }

  [[nodiscard]] std::size_t count_right(const Task&) const {
    return right(tp2::evaluate(network_, test_), test_);
  }

 private:
  void step(nn::Matrix x, const std::vector<nn::Index>& gold) {
    optimizer_.zero_grad();
    const tp2::Tensor loss = nll(network_.forward(tp2::Tensor(std::move(x))), gold);
    loss.backward();
    optimizer_.step();
    loss_ += loss.data()(0, 0);
  }

  nn::Dataset train_;
  nn::Dataset test_;
  tp2::Network& network_;
  tp2::SGD optimizer_;
  double loss_ = 0.0;
};

void set(const tp2::Module& module, const std::string& name, const std::vector<double>& rows) {
  for (tp2::Parameter& p : module.parameters()) {
    if (p.name() == name) fill(p.data(), rows);
  }
}

Answer run(const Task& task) {
  if (task.is_linear() && task.batch == 1) return measure(task, ByHand(task));
  if (task.is_linear()) {
    tp2::LinearNetwork network(784, 10);
    network.init_parameters();
    set(network, "W", task.W0);
    return measure(task, ByAutograd(task, network));
  }
  tp2::DeepNetwork network(784, 10, 100, 1, tp2::Activation::kTanh);
  nn::Rng rng(1);
  network.init_parameters(rng);
  set(network, "W0", task.W0);
  set(network, "output_W", task.W1);
  return measure(task, ByAutograd(task, network));
}

}  // namespace
}  // namespace gradus::bench

int main(int argc, char** argv) {
  return gradus::bench::run_peer(argc, argv, {"f64"}, gradus::bench::run);
}
