// caught by: value
// says: You compute the accuracy of each class and average those. With classes of different sizes
//       that is another number: every sample counts the same.
// notes: evaluation
// source: new

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  nn::Vector right = nn::Vector::zeros(data.n_classes());
  nn::Vector seen = nn::Vector::zeros(data.n_classes());
  for (nn::Index i = 0; i < data.size(); ++i) {
    const nn::Index label = data.label(i);
    seen(label) += 1.0;
    if (argmax(affine_transform(model.W, model.b, data.image(i))) == label) right(label) += 1.0;
  }
  double total = 0.0;
  nn::Index present = 0;
  for (nn::Index k = 0; k < seen.size(); ++k) {
    if (seen(k) == 0.0) continue;
    total += right(k) / seen(k);
    ++present;
  }
  return total / static_cast<double>(present);
}

}  // namespace tp1
