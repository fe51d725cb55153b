#pragma once

#include <string_view>

/// Files of this folder, which the build puts into the program.
namespace gradus::pages {

extern const std::string_view kStudentTemplate;  ///< student.mustache
extern const std::string_view kStudentStyle;     ///< student.css
extern const std::string_view kClassTemplate;    ///< class.mustache
extern const std::string_view kClassStyle;       ///< class.css
extern const std::string_view kClassScript;      ///< class.js

}  // namespace gradus::pages
