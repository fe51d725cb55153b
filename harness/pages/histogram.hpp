#pragma once

#include <string>

#include "pages/statistics.hpp"

namespace gradus::pages {

/// How many students have how many points in a lab, as SVG.
[[nodiscard]] std::string histogram_svg(const LabStatistics& lab);

}  // namespace gradus::pages
