#pragma once

#include <string_view>

namespace gradus::release {

/// Whether a file of the project is for students too.
///
/// Left out are what students are to find out, what shows it, and what only maintainers run. The
/// notes are handed out as pages, and stubs are made anew: `labs/` may hold somebody's work.
/// \param path within the project: "labs/tp1/softmax.hpp"
[[nodiscard]] bool is_for_students(std::string_view path);

}  // namespace gradus::release
