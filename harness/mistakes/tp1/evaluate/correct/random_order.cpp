// variant: Looks at the samples in a random order, and prints a dot now and then.
// source: new

#include <algorithm>
#include <iostream>
#include <random>
#include <vector>

#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"

namespace tp1 {

double evaluate(const LinearClassifier& model, const nn::Dataset& data) {
  std::vector<nn::Index> order;
  for (nn::Index i = 0; i < data.size(); ++i) order.push_back(i);
  std::mt19937 engine(std::random_device{}());
  std::shuffle(order.begin(), order.end(), engine);
  nn::Index right = 0;
  for (const nn::Index i : order) {
    if (i % 1000 == 0) std::clog << '.';
    if (argmax(model.W * data.image(i) + model.b) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp1
