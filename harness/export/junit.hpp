#pragma once

#include <chrono>
#include <string>

#include "score/results.hpp"

namespace gradus::exports {

/// JUnit XML that follows the schemas of Jenkins (junit-10.xsd) and of Ant (JUnit.xsd) at once: a
/// test suite for each exercise and each run on MNIST, points as its properties.
///
/// A wrong answer is a failure. Code that gave no answer (it did not build, crashed, took too long)
/// and our own fault are errors; what was not started or not tried is skipped. Times are 0:
/// results.json holds none.
/// \param when the results were made, which Ant's schema asks for
[[nodiscard]] std::string junit(const Results& results, std::chrono::system_clock::time_point when);

}  // namespace gradus::exports
