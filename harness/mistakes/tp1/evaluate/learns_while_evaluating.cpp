// caught by: pure
// says: Your function changes the model: it takes steps of gradient descent on the samples that it
//       judges. On dev that is learning by heart what should be a test. Evaluating is looking.
// notes: pure_functions
// source: M119

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/softmax.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index i = 0; i < data.size(); ++i) {
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == data.label(i)) ++right;
  }
  LinearClassifier& learner = const_cast<LinearClassifier&>(model);
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Vector x = data.image(i);
    const nn::Vector logits = affine_transform(learner.W, learner.b, x);
    nn::Vector g = softmax(logits);
    g(data.label(i)) -= 1.0;
    learner.W -= 0.01 * outer(g, x);
    learner.b -= 0.01 * g;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
