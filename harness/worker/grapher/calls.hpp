#pragma once

#include <functional>
#include <vector>

#include "tp2/tensor.hpp"

namespace gradus::grapher {

/// A call of one of the lab's functions. What it returned is known from here even if it has no
/// inputs of its own, because set_backward is missing.
struct Call {
  const char* function;
  std::vector<tp2::Tensor> arguments;
  tp2::Tensor result;     ///< without entries as long as the function has not returned
  bool returned = false;  ///< it threw if this stays
};

/// All calls that have begun, in this order.
[[nodiscard]] const std::vector<Call>& calls();

/// Calls a function and notes how that ended.
/// \return the result
tp2::Tensor noted(const char* function, const std::vector<tp2::Tensor>& arguments,
                  const std::function<tp2::Tensor()>& call);

}  // namespace gradus::grapher
