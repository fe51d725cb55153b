// caught by: value
// says: You return the mean loss. Here the accuracy is asked for: the share of samples whose
//       largest logit is at their label.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  double total = 0.0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    total += nll(affine_transform(model.W, model.b, data.image(i)), data.label(i));
  }
  return total / static_cast<double>(data.size());
}

}  // namespace tp1
