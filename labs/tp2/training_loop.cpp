#include <numeric>
#include <vector>

#include "tp2/nll.hpp"
#include "tp2/training.hpp"

namespace tp2 {
namespace {
// Your own helpers go here.
}  // namespace

nn::TrainingLog training_loop(Network& network, SGD& optimizer, const nn::Dataset& train,
                              const nn::Dataset& dev, const nn::TrainingOptions& options,
                              nn::Rng& rng) {
  // TODO(tp2.training_loop): run the epochs and return the log.
  nn::todo("tp2.training_loop", network, optimizer, train, dev, options, rng);
}

}  // namespace tp2
