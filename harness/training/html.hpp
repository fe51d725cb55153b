#pragma once

#include <string>

#include "training/report.hpp"

namespace gradus::training {

/// report.html: the whole report in one file, without a script and without a request. Its content
/// security policy allows this very style sheet and data: pictures, and nothing else.
[[nodiscard]] std::string html(const Report& report);

}  // namespace gradus::training
