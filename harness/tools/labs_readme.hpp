#pragma once

#include <string>

namespace gradus::tools {

/// labs/README.md: what is in the folder, and the table of all exercises, from the catalogue.
[[nodiscard]] std::string labs_readme();

}  // namespace gradus::tools
