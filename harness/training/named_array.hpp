#pragma once

#include <string>

#include "protocol/array.hpp"

namespace gradus::training {

/// A parameter of a model under the name that the student gave it.
struct NamedArray {
  std::string name;
  Array value;
  bool operator==(const NamedArray&) const = default;
};

}  // namespace gradus::training
