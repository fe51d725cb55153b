#pragma once

#include <string>

#include "intake/intake.hpp"

namespace gradus::intake {

/// The format of intake.json; intake.schema.json describes it.
inline constexpr const char* kFormat = "gradus-intake/1";

/// intake.json. The same uploads give the same bytes.
[[nodiscard]] std::string json(const Intake& intake);

/// intake.txt, which is also printed: counts first, then each thing that somebody has to look at,
/// with what to do.
[[nodiscard]] std::string text(const Intake& intake);

}  // namespace gradus::intake
