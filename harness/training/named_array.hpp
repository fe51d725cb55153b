#pragma once

#include <cstring>
#include <string>

#include "protocol/array.hpp"

namespace gradus::training {

/// A parameter of a model under the name that the student gave it.
struct NamedArray {
  std::string name;
  Array value;
  bool operator==(const NamedArray&) const = default;
};

/// Whether two arrays are the same bit by bit: for a NaN that stays a NaN, unlike ==.
[[nodiscard]] inline bool same_bits(const Array& a, const Array& b) {
  return a.shape == b.shape &&
         std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

}  // namespace gradus::training
