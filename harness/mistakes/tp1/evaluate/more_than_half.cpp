// caught by: value
// says: You count an answer only if its probability is above one half. With many classes the most
//       probable one may well have less.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    if (softmax(logits)(data.label(i)) > 0.5) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
