#pragma once

#include <string>

#include "score/results.hpp"

namespace gradus::exports {

/// results.json of PrairieLearn, of at most 1 MB: a test for each check and each run on MNIST.
///
/// A run that gives no mark and a submission of which nothing compiles are not gradable: the
/// student is told why, and loses no attempt.
[[nodiscard]] std::string prairielearn(const Results& results);

}  // namespace gradus::exports
