// A training step on one sample must not build anything as large as the weights: the gradient of W
// stays two factors. Every allocation of this program is looked at to see it.
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>

#include "nn/rng.hpp"
#include "numeric.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/sgd.hpp"

namespace {

std::atomic<std::size_t> largest_allocation = 0;

void* allocate(std::size_t size) {
  std::size_t largest = largest_allocation.load();
  while (size > largest && !largest_allocation.compare_exchange_weak(largest, size)) {
  }
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace tp2 {
namespace {

std::size_t largest_allocation_of_a_step(bool look_at_gradients) {
  nn::Rng rng(1);
  DeepNetwork network(200, 10, 100, 1, Activation::kTanh);
  network.init_parameters(rng);
  SGD optimizer(network, 0.01);
  const Tensor x(test::random_matrix(200, 1, rng));
  largest_allocation = 0;
  for (int i = 0; i < 3; ++i) {
    optimizer.zero_grad();
    nll(network.forward(x), 3).backward();
    if (look_at_gradients) {
      for (const Parameter& p : network.parameters()) static_cast<void>(p.gradient());
    }
    optimizer.step();
  }
  return largest_allocation;
}

TEST(TrainingStep, AllocatesNothingAsLargeAsAWeightMatrix) {
  const std::size_t weights = 100 * 200 * sizeof(double);
  EXPECT_LT(largest_allocation_of_a_step(false), weights / 10);
  EXPECT_GE(largest_allocation_of_a_step(true), weights) << "the measurement sees large ones";
}

}  // namespace
}  // namespace tp2
