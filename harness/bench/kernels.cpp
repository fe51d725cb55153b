// Fixed work on fixed numbers, of which `instructions` counts the instructions: unlike its time,
// their number is the same at every run.
//
// Usage: kernels [NAME]; without a name it lists them.
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bench/affine_question.hpp"
#include "bench/steps.hpp"
#include "nn/functions.hpp"
#include "nn/operators.hpp"
#include "nn/outer_product.hpp"
#include "tp2/deep_network.hpp"

namespace {

using gradus::Random;
using Work = std::function<void()>;

constexpr nn::Index kPixels = 784;
constexpr nn::Index kHidden = 100;
constexpr nn::Index kClasses = 10;

nn::Matrix random_matrix(nn::Index rows, nn::Index cols, Random& random) {
  nn::Matrix A(rows, cols);
  for (double& entry : A) entry = random.uniform(-0.1, 0.1);
  return A;
}

/// Columns with as many zeros as a digit of MNIST: 81 %.
nn::Matrix images(nn::Index n, Random& random) {
  nn::Matrix x(kPixels, n);
  for (double& entry : x) entry = random.chance(0.19) ? random.uniform() : 0.0;
  return x;
}

/// A training set of `n` images whose pixels and labels mean nothing.
nn::Dataset dataset(nn::Index n, Random& random) {
  std::vector<std::uint8_t> pixels;
  for (nn::Index i = 0; i < n * kPixels; ++i) {
    pixels.push_back(static_cast<std::uint8_t>(random.chance(0.19) ? random.between(1, 255) : 0));
  }
  std::vector<std::uint8_t> labels;
  for (nn::Index i = 0; i < n; ++i) labels.push_back(static_cast<std::uint8_t>(i % kClasses));
  return {std::move(pixels), std::move(labels), 28, 28, kClasses};
}

Work product(nn::Index n) {
  Random random(1);
  return [W = random_matrix(kHidden, kPixels, random), x = images(n, random)] {
    static_cast<void>(W * x);
  };
}

Work descent(nn::Index n) {
  Random random(2);
  return [W = random_matrix(kHidden, kPixels, random), g = random_matrix(kHidden, n, random),
          x = images(n, random)]() mutable { W -= 0.01 * outer(g, x); };
}

Work tanh() {
  Random random(3);
  return [x = random_matrix(kHidden, 32, random)] { static_cast<void>(nn::tanh(x)); };
}

Work step_of_tp1() {
  Random random(4);
  return [model = tp1::LinearClassifier{random_matrix(kClasses, kPixels, random),
                                        nn::Vector::zeros(kClasses)},
          data = std::make_shared<nn::Dataset>(dataset(1, random))]() mutable {
    gradus::bench::step(model, data->image(0), data->label(0), 0.01);
  };
}

Work step_of_tp2(nn::Index n) {
  const auto network =
      std::make_shared<tp2::DeepNetwork>(kPixels, kClasses, kHidden, 1, tp2::Activation::kTanh);
  nn::Rng rng(5);
  network->init_parameters(rng);
  Random random(5);
  const auto data = std::make_shared<nn::Dataset>(dataset(n, random));
  std::vector<nn::Index> batch;
  for (nn::Index i = 0; i < n; ++i) batch.push_back(i);
  return [network, data, batch, optimizer = tp2::SGD(*network, 0.01)]() mutable {
    gradus::bench::step(*network, optimizer, data->images(batch), data->labels(batch));
  };
}

Work gradient_check() {
  return [question = gradus::bench::affine_question()] {
    if (!gradus::check::check_gradient(question).passed())
      std::fputs("the right gradient failed\n", stderr);
  };
}

}  // namespace

/// Callgrind counts what happens in here, and nothing else.
extern "C" [[gnu::noinline]] void gradus_counted(const Work& work) { work(); }

int main(int argc, char** argv) {
  const std::vector<std::pair<std::string, std::function<Work()>>> kernels = {
      {"product", [] { return product(1); }},
      {"product-of-32", [] { return product(32); }},
      {"descent", [] { return descent(1); }},
      {"descent-of-32", [] { return descent(32); }},
      {"tanh", tanh},
      {"tp1-step", step_of_tp1},
      {"tp2-step", [] { return step_of_tp2(1); }},
      {"tp2-step-of-32", [] { return step_of_tp2(32); }},
      {"gradient-check", gradient_check},
  };
  for (const auto& [name, prepare] : kernels) {
    if (argc < 2) std::puts(name.c_str());
    if (argc < 2 || name != argv[1]) continue;
    const Work work = prepare();
    work();  // Once before: the first call of a library's function looks it up.
    gradus_counted(work);
    return 0;
  }
  if (argc < 2) return 0;
  std::fprintf(stderr, "there is no kernel %s\n", argv[1]);
  return 2;
}
