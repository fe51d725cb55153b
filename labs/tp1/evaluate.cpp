#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {
namespace {
// Your own helpers go here.
}  // namespace

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  // TODO(tp1.evaluate): return the share of samples that are right.
  // Softmax keeps the order of its inputs, so the largest logit is the most probable class.
  nn::todo("tp1.evaluate", model, data);
}

}  // namespace tp1
