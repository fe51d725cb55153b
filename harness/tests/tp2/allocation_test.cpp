// A training step on one sample must not build anything as large as the weights: the gradient of W
// stays two factors. Every allocation of this program is looked at to see it.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "numeric.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

namespace {

std::atomic<std::size_t> largest_allocation = 0;
std::atomic<int> n_allocations = 0;

void* noted(void* memory, std::size_t size) {
  ++n_allocations;
  std::size_t largest = largest_allocation.load();
  while (size > largest && !largest_allocation.compare_exchange_weak(largest, size)) {
  }
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* allocate(std::size_t size) { return noted(std::malloc(size == 0 ? 1 : size), size); }

void* allocate(std::size_t size, std::align_val_t alignment) {
  const auto line = static_cast<std::size_t>(alignment);
  return noted(std::aligned_alloc(line, (size + line - 1) / line * line), size);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t line) { return allocate(size, line); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace tp2 {
namespace {

constexpr nn::Index kInputs = 200;
constexpr std::size_t kWeights = 100 * kInputs * sizeof(double);
constexpr int kSteps = 3;

/// Some steps with a mini-batch of `n` samples, the first of which is not looked at.
void train(nn::Index n, bool look_at_gradients) {
  nn::Rng rng(1);
  DeepNetwork network(kInputs, 10, 100, 1, Activation::kTanh);
  network.init_parameters(rng);
  SGD optimizer(network, 0.01);
  const Tensor x(test::random_matrix(kInputs, n, rng));
  const std::vector<nn::Index> gold(static_cast<std::size_t>(n), 3);
  for (int i = 0; i <= kSteps; ++i) {
    if (i == 1) {
      largest_allocation = 0;
      n_allocations = 0;
    }
    optimizer.zero_grad();
    nll(network.forward(x), gold).backward();
    if (look_at_gradients) {
      for (const Parameter& p : network.parameters()) static_cast<void>(p.gradient());
    }
    optimizer.step();
  }
}

TEST(TrainingStep, AllocatesNothingAsLargeAsAWeightMatrix) {
  train(1, false);
  EXPECT_LT(largest_allocation, kWeights / 10);
  RecordProperty("largest_in_bytes", std::to_string(largest_allocation));
  RecordProperty("allocations_of_a_step", n_allocations / kSteps);
  train(16, false);
  EXPECT_LT(largest_allocation, kWeights / 2) << "a mini-batch";
  train(1, true);
  EXPECT_GE(largest_allocation, kWeights) << "the measurement sees large ones";
}

}  // namespace
}  // namespace tp2
