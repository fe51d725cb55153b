#pragma once

#include "pages/statistics.hpp"
#include "web/document.hpp"

namespace gradus::pages {

/// What class.mustache shows in its list of students: a row for each, in the run's order.
[[nodiscard]] web::data roll(const Run& run, const Statistics& statistics);

}  // namespace gradus::pages
