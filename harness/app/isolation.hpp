#pragma once

#include <string_view>

#include "sandbox/confinement.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::app {

/// The strongest isolation that holds on this machine, found out by trying.
/// \param at_least name of a level: no weaker one is accepted
/// \param at_most name of a level: no stronger one is tried
/// \throws UsageError if there is no level of that name
/// \throws std::runtime_error with the reasons and their remedies if the machine offers less
[[nodiscard]] sandbox::Confinement confinement(const toolchain::Recipe& recipe,
                                               std::string_view at_least,
                                               std::string_view at_most = "namespaces");

}  // namespace gradus::app
