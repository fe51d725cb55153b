// caught by: value
// says: You average the probability of the right class. The accuracy counts decisions: each sample
//       is right or wrong.
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
    total += softmax(affine_transform(model.W, model.b, data.image(i)))(data.label(i));
  }
  return total / static_cast<double>(data.size());
}

}  // namespace tp1
