// caught by: value
// says: You return how many answers are right. The accuracy is their share: divide by the number of
//       samples.
// notes: evaluation
// source: M118

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right);
}

}  // namespace tp1
