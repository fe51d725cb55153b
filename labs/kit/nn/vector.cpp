#include "nn/vector.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "nn/error.hpp"
#include "nn/kernels.hpp"
#include "nn/shape_text.hpp"

namespace nn {

namespace {

detail::Entries filled(Index size, double value) {
  if (size < 0) {
    throw ShapeError("Vector(" + std::to_string(size) +
                     "): a vector cannot have a negative number of entries.");
  }
  return detail::Entries(size, value);
}

}  // namespace

void detail::throw_no_such_entry(Index i, Index size) {
  const std::string what = "entry " + std::to_string(i) + " of a vector: ";
  if (size == 0) throw IndexError(what + "it has no entries.");
  throw IndexError(what + "its " + std::to_string(size) + " entries are numbered from 0 to " +
                   std::to_string(size - 1) + ".");
}

Vector detail::unwritten(Index size) {
  Vector x;
  x.values_ = Entries(size);
  return x;
}

Vector::Vector(Index size) : values_(filled(size, std::numeric_limits<double>::quiet_NaN())) {}

Vector::Vector(std::initializer_list<double> entries)
    : values_(static_cast<Index>(entries.size())) {
  std::copy(entries.begin(), entries.end(), values_.data());
}

Vector Vector::zeros(Index size) {
  Vector x;
  x.values_ = filled(size, 0.0);
  return x;
}

Vector& Vector::operator+=(const Vector& other) {
  detail::check_same_shape("a + b", "a", *this, "b", other);
  kernels::add_scaled(data(), 1.0, other.data(), size());
  return *this;
}

Vector& Vector::operator-=(const Vector& other) {
  detail::check_same_shape("a - b", "a", *this, "b", other);
  kernels::add_scaled(data(), -1.0, other.data(), size());
  return *this;
}

Vector& Vector::operator+=(double number) {
  for (double& entry : *this) entry += number;
  return *this;
}

Vector& Vector::operator-=(double number) {
  for (double& entry : *this) entry -= number;
  return *this;
}

Vector& Vector::operator*=(double factor) {
  kernels::scale(data(), factor, data(), size());
  return *this;
}

Vector& Vector::operator/=(double divisor) {
  for (double& entry : *this) entry /= divisor;
  return *this;
}

}  // namespace nn
