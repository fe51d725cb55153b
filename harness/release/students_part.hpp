#pragma once

#include <string>
#include <string_view>

namespace gradus::release {

/// What students are to write of a solution file: the code between its marks (see
/// tools/stubgen.hpp), without the marks.
/// \throws std::invalid_argument for a mark that is not in order
[[nodiscard]] std::string students_part(std::string_view solution);

}  // namespace gradus::release
