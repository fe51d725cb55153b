// caught by: value
// says: You always divide by 10,000. That is the size of one particular set; ask the data how many
//       samples it has.
// notes: evaluation
// source: M09

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / 10000.0;
}

}  // namespace tp1
