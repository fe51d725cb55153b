#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/case.hpp"
#include "check/trial.hpp"
#include "protocol/array.hpp"

/// Checks that initialisers which draw have in common. The sample is looked at as a whole, by
/// bounds that a right one exceeds with a probability below 5e-9.
namespace gradus::specs {

/// The limit of a uniform law, and how it is computed.
struct Limit {
  std::string formula;  ///< "sqrt(6 / fan_in)"
  double value;
};

/// sqrt(6 / (fan_in + fan_out)) for weights of this shape (out x in).
[[nodiscard]] Limit glorot_limit(Shape shape);
/// sqrt(6 / fan_in)
[[nodiscard]] Limit kaiming_limit(Shape shape);
/// sqrt(6 / fan_out)
[[nodiscard]] Limit fan_out_limit(Shape shape);

/// Whether W looks like independent draws from the uniform law between -limit and limit.
[[nodiscard]] bool fits(const Array& W, double limit);

/// As fits(); a failure says what the entries look like instead.
/// \param name of the parameter: "W"
/// \throws check::Falsified
void expect_uniform(const check::Case& input, const std::string& name, const Array& W,
                    const Limit& limit);

/// Every entry has been written, whatever its value.
/// \param why what may have gone wrong; if empty, the usual ways of missing the parameter
/// \throws check::Falsified
void expect_written(const check::Case& input, const std::string& name, const Array& W,
                    const std::string& why = {});

/// Two parameters of one shape, initialised one after the other by one generator.
struct Draw {
  check::Case input;
  Array W;
  Array V;
  Array W_afterwards;  ///< W when V has had its turn
};

/// \param operation of an initialiser
[[nodiscard]] Draw draw(check::Trial& trial, protocol::Operation operation, Shape shape,
                        std::uint64_t seed);
/// As above, with a seed drawn for the purpose, on shapes that are far from square and large enough
/// to tell one limit from another.
[[nodiscard]] std::vector<Draw> draw_large(check::Trial& trial, protocol::Operation operation);

/// The numbers come from the generator that is passed in, and from nowhere else.
/// \throws check::Falsified
void expect_seeded(check::Trial& trial, protocol::Operation operation);

/// Entries have nothing to do with each other, nor with those of the parameter before.
/// \throws check::Falsified
void expect_fresh(check::Trial& trial, protocol::Operation operation);

/// Small parameters of every shape are written throughout, within their limit, and stay as they are
/// when the next one is initialised.
/// \param limit how large an entry may be, for a shape
/// \throws check::Falsified
void expect_any_shape(check::Trial& trial, protocol::Operation operation, double (*limit)(Shape));

}  // namespace gradus::specs
