#include "tp2/parameter.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "nn/error.hpp"
#include "nn/shape_text.hpp"
#include "tp2/node.hpp"

namespace tp2 {
namespace {

/// The matrix of a new parameter, NaN throughout.
nn::Matrix unwritten(const std::string& name, nn::Index rows, nn::Index cols) {
  if (name.empty()) {
    throw std::invalid_argument(
        "A parameter needs a name, such as \"W0\": messages speak of it by its name.");
  }
  if (rows < 1 || cols < 1) {
    throw nn::ShapeError("parameter " + name + ": the shape " + nn::detail::shape_text(rows, cols) +
                         " has no entries; rows and columns must be at least 1.");
  }
  return {rows, cols};
}

}  // namespace

Parameter::Parameter(std::string name, nn::Index rows, nn::Index cols)
    : Tensor(unwritten(name, rows, cols), true), name_(std::move(name)) {}

Parameter Parameter::named(std::string name) const {
  Parameter same = *this;
  same.name_ = std::move(name);
  return same;
}

nn::Matrix& Parameter::data() {
  Node& self = node();
  self.size_bound = std::numeric_limits<double>::infinity();
  return self.data;
}

void Parameter::descend(double learning_rate) {
  Node& self = node();
  self.gradient.descend(self.data, learning_rate);
  self.size_bound += std::abs(learning_rate) * self.gradient.size_bound();
}

bool Parameter::is_finite() const {
  Node& self = node();
  if (std::isfinite(self.size_bound)) return true;
  if (!nn::all_finite(self.data)) return false;
  self.size_bound = std::max(nn::max(self.data), -nn::min(self.data));
  return true;
}

}  // namespace tp2
