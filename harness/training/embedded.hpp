#pragma once

#include <string_view>

/// Files of this folder, which the build puts into the program.
namespace gradus::training {

extern const std::string_view kReportTemplate;  ///< report.mustache
extern const std::string_view kReportStyle;     ///< report.css

}  // namespace gradus::training
