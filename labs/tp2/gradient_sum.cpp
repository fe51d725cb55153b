#include "tp2/gradient_sum.hpp"

#include <cmath>
#include <utility>

#include "nn/kernels.hpp"

namespace tp2 {
namespace {

double sum_of_sizes(const nn::Matrix& A) { return nn::kernels::sum_of_sizes(A.data(), A.size()); }

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
    // Not as `theta -= learning_rate * *product`, which would copy both factors first.
    nn::kernels::add_outer_product(theta.data(), -learning_rate * product->scale(),
                                   product->left().data(), product->right().data(), theta.rows(),
                                   theta.cols(), product->left().cols());
  } else if (!empty()) {
    nn::kernels::add_scaled(theta.data(), -learning_rate, std::get<nn::Matrix>(sum_).data(),
                            theta.size());
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
