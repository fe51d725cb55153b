// caught by: ties
// says: You leave out samples for which no class is ahead, and divide by the others. If there are
//       none you divide by 0; and a model that cannot decide has not earned to be excused.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  nn::Index decided = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector logits = affine_transform(model.W, model.b, data.image(i));
    if (max(logits) == min(logits)) continue;
    ++decided;
    if (argmax(logits) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(decided);
}

}  // namespace tp1
