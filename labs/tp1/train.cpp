#include <numeric>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

nn::TrainingLog train(LinearClassifier& model, const nn::Dataset& train, const nn::Dataset& dev,
                      const nn::TrainingOptions& options, nn::Rng& rng) {
  // TODO(tp1.train): run the epochs, keep the best on
  // dev, and return the log.
  nn::todo("tp1.train", model, train, dev, options, rng);
}

}  // namespace tp1
