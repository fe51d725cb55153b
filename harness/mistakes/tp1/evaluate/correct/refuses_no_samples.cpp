// variant: Throws on an empty data set; a helper judges one sample.
// source: V25

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {
namespace {

bool is_right(const LinearClassifier& model, const nn::Vector& x, nn::Index label) {
  const nn::Vector logits = affine_transform(model.W, model.b, x);
  return argmax(logits) == label;
}

}  // namespace

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  if (data.size() == 0) throw std::invalid_argument("evaluate: no samples");
  std::vector<nn::Index> samples(static_cast<std::size_t>(data.size()));
  std::iota(samples.begin(), samples.end(), nn::Index{0});
  const auto right = std::count_if(samples.begin(), samples.end(), [&](nn::Index i) {
    return is_right(model, data.image(i), data.label(i));
  });
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
