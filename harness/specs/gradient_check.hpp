#pragma once

#include <functional>
#include <string>
#include <vector>

#include "check/case.hpp"
#include "check/gradient.hpp"
#include "check/trial.hpp"

/// Checks that every backward function has in common.
namespace gradus::specs {

/// The claimed gradient is the slope that finite differences show.
///
/// A point that proves nothing (at a kink, or where rounding hides the slope) is passed over.
/// \param function what was differentiated, as the student knows it: "softmax(x)"
/// \throws check::Falsified
void expect_gradient(const check::Case& input, check::GradientQuestion question,
                     const std::string& function, const check::Trial& trial);

/// A backward function is linear in its upstream gradient: -2 g gives -2 times the answer, and 0
/// gives exactly 0. This finds a forgotten g, a g used twice, and a 1 in the place of g.
///
/// \param upstream the argument that holds g
/// \param names of the results, for the message
/// \param ask the student's function
/// \throws check::Falsified, and what `ask` throws
void expect_linear(const check::Case& input, const std::string& upstream,
                   const std::vector<Array>& answer, const std::vector<std::string>& names,
                   const std::function<std::vector<Array>(const check::Case&)>& ask);

}  // namespace gradus::specs
