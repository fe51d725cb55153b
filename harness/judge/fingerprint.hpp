#pragma once

#include <cstdint>

#include "sandbox/confinement.hpp"
#include "score/results.hpp"
#include "toolchain/recipe.hpp"
#include "toolchain/submission.hpp"

namespace gradus::judge {

/// What has to be the same for the same marks to come out, read from this machine.
[[nodiscard]] Fingerprint fingerprint(const toolchain::Recipe& recipe,
                                      const toolchain::Submission& submission,
                                      sandbox::Isolation isolation, std::uint64_t seed);

}  // namespace gradus::judge
