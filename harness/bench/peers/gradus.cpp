// The reference solution, as a student's training loop calls it.
#include <algorithm>
#include <span>
#include <vector>

#include "bench/peers/run_peer.hpp"
#include "bench/steps.hpp"
#include "nn/dataset.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/linear_network.hpp"

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
    for (const nn::Index i : task.order) {
      loss_ += step(model_, train_.image(i), train_.label(i), task.learning_rate());
    }
  }

  [[nodiscard]] std::size_t count_right(const Task&) const {
    return right(tp1::evaluate(model_, test_), test_);
  }

 private:
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
        loss_ += step(network_, optimizer_, nn::as_column(train_.image(i)), {train_.label(i)});
      }
      return;
    }
    for (std::size_t first = 0; first < order.size(); first += task.batch) {
      const auto batch =
          std::span(order).subspan(first, std::min(task.batch, order.size() - first));
      loss_ += step(network_, optimizer_, train_.images(batch), train_.labels(batch));
    }
  }

  [[nodiscard]] std::size_t count_right(const Task&) const {
    return right(tp2::evaluate(network_, test_), test_);
  }

 private:
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
