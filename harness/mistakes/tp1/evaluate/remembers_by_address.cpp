// caught by: value
// says: You keep the last result as long as the model and the data lie at the same address. Their
//       contents may have changed: after each epoch the model is another one at the same place.
// notes: pure_functions
// source: M128

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  static const LinearClassifier* last_model = nullptr;
  static const nn::Dataset* last_data = nullptr;
  static double last_accuracy = 0.0;
  if (&model == last_model && &data == last_data) return last_accuracy;
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  last_model = &model;
  last_data = &data;
  last_accuracy = static_cast<double>(right) / static_cast<double>(data.size());
  return last_accuracy;
}

}  // namespace tp1
