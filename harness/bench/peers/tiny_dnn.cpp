// tiny-dnn, a library of C++ headers; float alone, one thread.
#include "tiny_dnn/tiny_dnn.h"

#include <algorithm>

#include "bench/peers/run_peer.hpp"

namespace gradus::bench {
namespace {

class Network {
 public:
  explicit Network(const Task& task) {
    using namespace tiny_dnn;
    if (task.is_linear()) {
      net_ << fully_connected_layer<activation::softmax>(task.inputs(), task.classes());
    } else {
      net_ << fully_connected_layer<activation::tan_h>(task.inputs(), task.hidden())
           << fully_connected_layer<activation::softmax>(task.hidden(), task.classes());
    }
    net_.init_weight();
    set(0, task.W0, task.is_linear() ? task.classes() : task.hidden(), task.inputs());
    if (!task.is_linear()) set(1, task.W1, task.classes(), task.hidden());
    for (const std::int32_t i : task.order) {
      images_.push_back(image(task.train_image(static_cast<std::size_t>(i))));
      gold_.push_back(task.train.labels[static_cast<std::size_t>(i)]);
    }
    for (std::size_t i = 0; i < task.test.labels.size(); ++i) {
      test_.push_back(image(task.test_image(i)));
    }
  }

  void train(const Task& task) {
    tiny_dnn::gradient_descent optimizer;
    optimizer.alpha = static_cast<tiny_dnn::float_t>(task.learning_rate());
    net_.train<tiny_dnn::cross_entropy_multiclass>(
        optimizer, images_, gold_, task.batch, 1, [] {}, [] {}, false, 1);
  }

  [[nodiscard]] std::size_t count_right(const Task& task) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < test_.size(); ++i) {
      if (net_.predict_label(test_[i]) == task.test.labels[i]) ++right;
    }
    return right;
  }

 private:
  static tiny_dnn::vec_t image(const std::uint8_t* pixels) {
    tiny_dnn::vec_t x(784);
    std::transform(pixels, pixels + 784, x.begin(), [](std::uint8_t level) {
      return static_cast<tiny_dnn::float_t>(level / 255.0);
    });
    return x;
  }

  /// Its weights lie input after input.
  void set(std::size_t layer, const std::vector<double>& rows, std::size_t m, std::size_t n) {
    tiny_dnn::vec_t& W = *net_[layer]->weights()[0];
    tiny_dnn::vec_t& b = *net_[layer]->weights()[1];
    for (std::size_t i = 0; i < m; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        W[j * m + i] = static_cast<tiny_dnn::float_t>(rows[i * n + j]);
      }
    }
    std::fill(b.begin(), b.end(), tiny_dnn::float_t(0));
  }

  tiny_dnn::network<tiny_dnn::sequential> net_;
  std::vector<tiny_dnn::vec_t> images_, test_;
  std::vector<tiny_dnn::label_t> gold_;
};

}  // namespace
}  // namespace gradus::bench

int main(int argc, char** argv) {
  using namespace gradus::bench;
  return run_peer(argc, argv, {"f32"},
                  [](const Task& task) { return measure(task, Network(task)); });
}
