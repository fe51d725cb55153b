#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {
namespace {
// BEGIN HELPERS(tp1.evaluate)
// END HELPERS(tp1.evaluate)
}  // namespace

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  // BEGIN SOLUTION(tp1.evaluate; model, data): return the share of samples that are right.
  //
  // Softmax keeps the order of its inputs, so the largest logit is the most probable class.
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
  // END SOLUTION(tp1.evaluate)
}

}  // namespace tp1
