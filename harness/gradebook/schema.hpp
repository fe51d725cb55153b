#pragma once

#include <span>
#include <string_view>

namespace gradus::gradebook {

/// The SQL that makes a gradebook, one text for each version of the schema: the first makes version
/// 1, the next turns that into version 2, and so on. A text that has been released never changes.
/// docs/teaching/gradebook.md explains the tables.
[[nodiscard]] std::span<const std::string_view> migrations();

/// "Grad" in the file's header, by which `file` and we know a gradebook.
inline constexpr int kApplicationId = 0x47726164;

}  // namespace gradus::gradebook
