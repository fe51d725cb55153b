#pragma once

#include <string_view>
#include <vector>

#include "protocol/operation.hpp"

namespace gradus::diagnosis {

/// How a student would call what an operation takes and gives, in the order of the request.
struct Names {
  std::vector<std::string_view> inputs;
  std::vector<std::string_view> results;
};

/// \return no names for operations whose numbers are not compared one by one
[[nodiscard]] Names names_of(protocol::Operation operation);

}  // namespace gradus::diagnosis
