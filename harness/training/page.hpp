#pragma once

#include <optional>
#include <string>

#include "training/report.hpp"
#include "web/document.hpp"

/// What report.mustache is filled in with, a file for each part of the page.
namespace gradus::training::page {

using web::data;
using web::list;
using web::object;

inline constexpr const char* kUnknown = "not known";

[[nodiscard]] std::string loss_text(const std::optional<double>& loss);
[[nodiscard]] std::string share_text(const std::optional<double>& share);
/// "3 epochs", "2 epochs of 5".
[[nodiscard]] std::string epochs_text(std::size_t done, int asked);

/// The charts and the table of the epochs, of which there must be at least one.
[[nodiscard]] data curves(const Report& report);

/// This run beside `report.other`, which must be there.
[[nodiscard]] data beside(const Report& report);
/// What decided this run, and how it was made.
[[nodiscard]] data settings(const Report& report);

/// Confusions and mistakes on dev, of which there must be answers.
[[nodiscard]] data answers(const Report& report);

/// Pictures of the first layer's weights.
/// \return nothing if there is no parameter with a weight for each pixel
[[nodiscard]] std::optional<data> weights(const Report& report);

}  // namespace gradus::training::page
