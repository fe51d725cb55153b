#pragma once

#include <memory>

#include "protocol/array.hpp"
#include "tp2/deep_network.hpp"

namespace gradus::worker {

/// \param dims 5 x 1: input, output, hidden, hidden layers, 0 for tanh or 1 for ReLU
inline std::unique_ptr<tp2::DeepNetwork> make_network(const Array& dims) {
  const auto dim = [&dims](Index i) { return static_cast<nn::Index>(dims[i]); };
  return std::make_unique<tp2::DeepNetwork>(
      dim(0), dim(1), dim(2), dim(3),
      dims[4] == 0.0 ? tp2::Activation::kTanh : tp2::Activation::kRelu);
}

}  // namespace gradus::worker
