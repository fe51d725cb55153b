#pragma once

#include <string_view>

namespace gradus::web {

extern const std::string_view kBaseStyle;  ///< base.css, which the build puts into the program

}  // namespace gradus::web
