#pragma once

#include <chrono>
#include <functional>

#include "classroom/desk.hpp"
#include "classroom/engine.hpp"
#include "gradebook/gradebook.hpp"

namespace gradus::classroom {

/// How far a run is, for a progress line.
struct Standing {
  std::size_t done = 0;
  std::size_t all = 0;
  std::chrono::seconds left{0};  ///< as far as the pace so far tells
};

/// Has every submission of a run judged of which nothing is kept yet, and keeps each report as soon
/// as it is there. A judge that dies costs its own submission alone: it is tried once more, then
/// the failure is kept in place of a report.
void grade(gradebook::Gradebook& book, const Desk& desk, Engine& engine,
           const std::function<void(const Standing&)>& watch);

}  // namespace gradus::classroom
