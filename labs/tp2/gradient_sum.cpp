#include "tp2/gradient_sum.hpp"

#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace tp2 {
namespace {

double sum_of_sizes(const nn::Matrix& A) {
  return std::transform_reduce(A.begin(), A.end(), 0.0, std::plus<>(),
                               [](double entry) { return std::abs(entry); });
}

}  // namespace

bool GradientSum::empty() const {
  const auto* dense = std::get_if<nn::Matrix>(&sum_);
  return dense != nullptr && dense->size() == 0;
}

void GradientSum::clear() { sum_ = nn::Matrix(); }

void GradientSum::add(nn::Matrix g) {
  if (empty()) {
    sum_ = std::move(g);
  } else {
    multiplied_out() += g;
  }
}

void GradientSum::add(nn::OuterProduct g) {
  if (empty()) {
    sum_ = std::move(g);
  } else {
    multiplied_out() += g;
  }
}

const nn::Matrix& GradientSum::matrix() { return multiplied_out(); }

nn::Matrix& GradientSum::multiplied_out() {
  if (const auto* product = std::get_if<nn::OuterProduct>(&sum_)) {
    nn::Matrix dense = *product;
    sum_ = std::move(dense);
  }
  return std::get<nn::Matrix>(sum_);
}

void GradientSum::descend(nn::Matrix& theta, double learning_rate) const {
  if (const auto* product = std::get_if<nn::OuterProduct>(&sum_)) {
    theta -= learning_rate * *product;
  } else if (!empty()) {
    theta -= learning_rate * std::get<nn::Matrix>(sum_);
  }
}

double GradientSum::size_bound() const {
  if (const auto* product = std::get_if<nn::OuterProduct>(&sum_)) {
    return std::abs(product->scale()) * sum_of_sizes(product->left()) *
           sum_of_sizes(product->right());
  }
  return sum_of_sizes(std::get<nn::Matrix>(sum_));
}

}  // namespace tp2
