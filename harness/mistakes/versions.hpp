#pragma once

#include <span>
#include <string_view>

#include "protocol/message.hpp"

/// What the generated source of a bank program offers to its main().
namespace gradus::mistakes {

/// One version of an exercise's file, with the binding around it.
struct Version {
  std::string_view name;
  protocol::Reply (*tell)(const protocol::Request&);
};

/// All versions of this program.
[[nodiscard]] std::span<const Version> versions();

}  // namespace gradus::mistakes
