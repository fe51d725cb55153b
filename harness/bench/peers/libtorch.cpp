// PyTorch's C++ interface, eager, with its own autograd and optimiser; one thread.
#include <algorithm>
#include <torch/torch.h>

#include "bench/peers/run_peer.hpp"

namespace gradus::bench {
namespace {

class Network {
 public:
  Network(const Task& task, torch::Dtype dtype) : first_(nullptr), second_(nullptr) {
    const auto inputs = static_cast<long>(task.inputs());
    const auto classes = static_cast<long>(task.classes());
    const long hidden = task.is_linear() ? classes : static_cast<long>(task.hidden());
    first_ = layer(task.W0, inputs, hidden, dtype);
    parameters_ = first_->parameters();
    if (!task.is_linear()) {
      second_ = layer(task.W1, hidden, classes, dtype);
      for (const auto& p : second_->parameters()) parameters_.push_back(p);
    }
    train_ = images(task.train, dtype);
    test_ = images(task.test, dtype);
    gold_ = torch::from_blob(const_cast<std::uint8_t*>(task.train.labels.data()),
                             {static_cast<long>(task.train.labels.size())}, torch::kByte)
                .to(torch::kLong);
  }

  void train(const Task& task) {
    const auto order = torch::tensor(std::vector<long>(task.order.begin(), task.order.end()));
    torch::optim::SGD optimizer(parameters_, torch::optim::SGDOptions(task.learning_rate()));
    for (const auto& batch : order.split(static_cast<long>(task.batch))) {
      optimizer.zero_grad();
      const auto logits = forward(train_.index_select(0, batch));
      torch::nn::functional::cross_entropy(logits, gold_.index_select(0, batch)).backward();
      optimizer.step();
    }
  }

  [[nodiscard]] std::size_t count_right(const Task& task) {
    const torch::NoGradGuard no_gradients;
    std::size_t right = 0;
    std::size_t i = 0;
    for (const auto& batch : test_.split(128)) {
      const auto best = forward(batch).argmax(1);
      for (long k = 0; k < best.size(0); ++k) {
        if (best[k].item<long>() == task.test.labels[i++]) ++right;
      }
    }
    return right;
  }

 private:
  static torch::nn::Linear layer(const std::vector<double>& rows, long n_in, long n_out,
                                 torch::Dtype dtype) {
    torch::nn::Linear linear(n_in, n_out);
    linear->to(dtype);
    const torch::NoGradGuard no_gradients;
    linear->weight.copy_(
        torch::from_blob(const_cast<double*>(rows.data()), {n_out, n_in}, torch::kDouble));
    linear->bias.zero_();
    return linear;
  }

  static torch::Tensor images(const mnist::Digits& digits, torch::Dtype dtype) {
    const auto n = static_cast<long>(digits.labels.size());
    return torch::from_blob(const_cast<std::uint8_t*>(digits.images.pixels.data()), {n, 784},
                            torch::kByte)
               .to(dtype) /
           255.0;
  }

  torch::Tensor forward(const torch::Tensor& x) {
    const auto y = first_(x);
    return second_ ? second_(torch::tanh(y)) : y;
  }

  torch::nn::Linear first_;
  torch::nn::Linear second_;
  std::vector<torch::Tensor> parameters_;
  torch::Tensor train_, test_, gold_;
};

}  // namespace
}  // namespace gradus::bench

int main(int argc, char** argv) {
  using namespace gradus::bench;
  torch::set_num_threads(1);
  return run_peer(argc, argv, {"f64", "f32"}, [](const Task& task) {
    return measure(task, Network(task, task.dtype == "f64" ? torch::kDouble : torch::kFloat));
  });
}
