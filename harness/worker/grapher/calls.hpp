#pragma once

#include <vector>

#include "tp2/tensor.hpp"

namespace gradus::grapher {

/// A call of one of the lab's functions. What it returned is known from here even if it has no
/// inputs of its own, because set_backward is missing.
struct Call {
  const char* function;
  std::vector<tp2::Tensor> arguments;
  tp2::Tensor result;
};

/// All calls that have returned, in this order.
[[nodiscard]] const std::vector<Call>& calls();

/// Notes a call.
/// \return the result
tp2::Tensor note(const char* function, std::vector<tp2::Tensor> arguments, tp2::Tensor result);

}  // namespace gradus::grapher
