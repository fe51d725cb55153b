// What no program can beat on this core: reading and writing the weights out of the second cache,
// and multiplying. Doubles; bounds in samples per second for the network 784-100-10.
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Core>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "bench/peers/task.hpp"

namespace {

using gradus::bench::processor_seconds;

constexpr Eigen::Index kWeights = 784L * 100;
constexpr double kNonZeroPixels = 0.1912;  // the share of MNIST's training images that is not 0
constexpr double kFlopPerSample = 319.6e3;

// Seen from outside, so that the compiler cannot leave the work out.
volatile double sink;

/// Seconds of one call of `work`, the shortest mean of `kRounds` rounds.
template <class Work>
double shortest(int calls, Work work) {
  constexpr int kRounds = 20;
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const double start = processor_seconds();
    for (int call = 0; call < calls; ++call) work();
    best = std::min(best, (processor_seconds() - start) / calls);
  }
  return best;
}

/// Multiplications and additions of doubles in registers, in as many independent chains as the
/// processor needs to be busy. Contracted into fused operations, which CMake asks for in this file.
double flops_per_second() {
  constexpr int kChains = 8;
  constexpr int kLength = 8;
  constexpr int kTimes = 100000;
  using Lane [[gnu::vector_size(kLength * sizeof(double))]] = double;
  const double seconds = shortest(1, [] {
    Lane chains[kChains];  // Of different numbers, or the compiler would compute one for all.
    for (int k = 0; k < kChains; ++k) chains[k] = Lane{} + static_cast<double>(k);
    const Lane factor = Lane{} + 0.999;
    for (int time = 0; time < kTimes; ++time) {
      for (Lane& chain : chains) chain = chain * factor + factor;
    }
    Lane sum = {};
    for (const Lane& chain : chains) sum += chain;
    sink = sum[0];
  });
  return 2.0 * kChains * kLength * kTimes / seconds;
}

}  // namespace

int main() {
  Eigen::VectorXd W = Eigen::VectorXd::Random(kWeights);
  const double read = shortest(200, [&W] { sink = W.sum(); });
  const double read_write = shortest(200, [&W] { W.array() += 1e-9; });
  const double peak = flops_per_second();
  std::printf(
      "{\"batch 1, dense\": %.0f, \"batch 1, zeros skipped\": %.0f, \"mini-batches\": %.0f}\n",
      1.0 / (read + read_write), 1.0 / (kNonZeroPixels * (read + read_write)),
      peak / kFlopPerSample);
}
