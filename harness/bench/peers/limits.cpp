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

}  // namespace

int main() {
  Eigen::VectorXd W = Eigen::VectorXd::Random(kWeights);
  const double read = shortest(200, [&W] { sink = W.sum(); });
  const double read_write = shortest(200, [&W] { W.array() += 1e-9; });
  const Eigen::Index n = 768;
  const Eigen::MatrixXd A = Eigen::MatrixXd::Random(n, n);
  const Eigen::MatrixXd B = Eigen::MatrixXd::Random(n, n);
  Eigen::MatrixXd C(n, n);
  const double product = shortest(1, [&] {
    C.noalias() = A * B;
    sink = C(0, 0);
  });
  const double flops = 2.0 * static_cast<double>(n * n * n) / product;
  std::printf(
      "{\"batch 1, dense\": %.0f, \"batch 1, zeros skipped\": %.0f, \"mini-batches\": %.0f}\n",
      1.0 / (read + read_write), 1.0 / (kNonZeroPixels * (read + read_write)),
      flops / kFlopPerSample);
}
