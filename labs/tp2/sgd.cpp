#include "tp2/sgd.hpp"

#include <cmath>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace tp2 {
namespace {

/// 1204 as "1,204".
std::string with_separators(nn::Index number) {
  std::string digits = std::to_string(number);
  for (std::size_t left = digits.size(); left > 3; left -= 3) digits.insert(left - 3, ",");
  return digits;
}

std::string text(double number) {
  std::ostringstream out;
  out << number;
  return out.str();
}

/// "entry (3, 17) is nan".
std::string first_bad_entry(const nn::Matrix& A) {
  for (nn::Index j = 0; j < A.cols(); ++j) {
    for (nn::Index i = 0; i < A.rows(); ++i) {
      if (!std::isfinite(A(i, j))) {
        return "entry (" + std::to_string(i) + ", " + std::to_string(j) + ") is " + text(A(i, j));
      }
    }
  }
  return "every entry is finite";
}

[[noreturn]] void throw_bad_before(const Parameter& p, nn::Index step) {
  throw std::runtime_error("SGD: " + p.name() + " is not finite before step " +
                           with_separators(step) + ": " + first_bad_entry(p.data()) +
                           ". It was probably never initialised, or another matrix was: an "
                           "initialiser must write into the parameter that it is given.");
}

[[noreturn]] void throw_bad_after(const Parameter& p, nn::Index step, double learning_rate) {
  throw std::runtime_error(
      "SGD: " + p.name() + " is not finite after step " + with_separators(step) + ": " +
      first_bad_entry(p.data()) +
      ", and everything computed from it would be too. Likely cause: the learning rate, " +
      text(learning_rate) +
      ", is too large; try a tenth of it. If that does not help, some backward function returns "
      "NaN or infinity: look for a logarithm of 0, an exponential of a large number, a division "
      "by 0.");
}

void check_parameters(const std::vector<Parameter>& parameters) {
  if (parameters.empty()) {
    throw std::invalid_argument(
        "SGD: there is no parameter to learn. Does the module register its parameters, with "
        "add_parameter and add_module, in its constructor?");
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (&parameters[i].node() != &parameters[k].node()) continue;
      throw std::invalid_argument("SGD: " + parameters[k].name() + " and " + parameters[i].name() +
                                  " are one and the same parameter, which would take every step "
                                  "twice. Give it once.");
    }
  }
}

}  // namespace

SGD::SGD(const Module& module, double learning_rate) : SGD(module.parameters(), learning_rate) {}

SGD::SGD(std::vector<Parameter> parameters, double learning_rate)
    : parameters_(std::move(parameters)), learning_rate_(learning_rate) {
  check_parameters(parameters_);
  if (!std::isfinite(learning_rate) || learning_rate < 0.0) {
    throw std::invalid_argument("SGD: the learning rate is " + text(learning_rate) +
                                "; it must be a finite number that is not negative, such as 0.01.");
  }
}

void SGD::zero_grad() {
  for (const Parameter& p : parameters_) p.zero_grad();
}

void SGD::step() {
  ++n_steps_;
  for (Parameter& p : parameters_) {
    if (!p.has_gradient()) continue;
    if (!p.is_finite()) throw_bad_before(p, n_steps_);
    p.descend(learning_rate_);
    if (!p.is_finite()) throw_bad_after(p, n_steps_, learning_rate_);
  }
}

}  // namespace tp2
