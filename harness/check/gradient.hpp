#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::check {

/// A function \f$ f : R^n \to R^m \f$ on flat lists of numbers.
using Function = std::function<std::vector<double>(std::span<const double>)>;

/// Which units are switched on: one flag for each pre-activation of a network of ReLUs.
///
/// Two points with the same pattern lie on the same smooth piece of the network.
using Pattern = std::function<std::vector<bool>(std::span<const double>)>;

/// An array and what the student calls it: "W", "b", "x".
struct NamedArray {
  std::string name;
  Array value;
};

/// All entries of the arrays, one array after the other, each in its own (column-major) order.
[[nodiscard]] std::vector<double> flatten(std::span<const Array> arrays);

/// The inverse of flatten().
/// \throws std::invalid_argument if the shapes do not hold exactly as many entries as there are.
[[nodiscard]] std::vector<Array> unflatten(std::span<const double> values,
                                           std::span<const Shape> shapes);

/// A function of several arrays with one array as its value, seen as a Function of flat numbers.
///
/// \param shapes  the shapes of the arguments, in their order
/// \param f       the function; it gets arrays of exactly these shapes
[[nodiscard]] Function on_arrays(std::vector<Shape> shapes,
                                 std::function<Array(std::span<const Array>)> f);

/// The question "is this the gradient of that function?" at one point and for one upstream
/// gradient.
///
/// With \f$ J \f$ the Jacobian of \f$ f \f$ at \f$ \theta \f$, the right answer is
/// \f$ a = J^T g \f$. Draw `upstream` at random, with both signs and not of unit length: that is
/// what shows a forgotten g, a g used twice, or -1 in the place of -g.
struct GradientQuestion {
  Function f;
  std::vector<NamedArray> at;    ///< \f$ \theta \f$: the point, one array per parameter
  std::vector<Array> claimed;    ///< \f$ a \f$: for each parameter, the gradient to be judged
  std::vector<double> upstream;  ///< \f$ g \f$: one number for each output of f

  /// The kink guard. Leave it empty for smooth functions; give the on/off pattern for ReLUs.
  Pattern pattern;

  /// An estimate of the size of the intermediate results whose rounding errors reach
  /// \f$ g \cdot f \f$. Left empty: \f$ |g|_1 (1 + |\theta|_\infty) \f$, which suits elementwise
  /// functions and the negative log-likelihood of logits. Affine functions and networks should give
  /// tolerance::network_noise(), because their sums of products may be much larger than both their
  /// inputs and their outputs.
  std::optional<double> noise;

  /// The size of a usual entry of \f$ J \f$: 1 for tanh, relu and nll, whose derivative may
  /// legitimately be almost zero (saturation) without making the point useless; 0 where no such
  /// scale is known (affine functions, networks).
  double usual_slope = 0.0;

  std::uint64_t seed = 1;  ///< draws the random directions
};

/// What a gradient check can say.
enum class GradientOutcome {
  kPassed,   ///< the claim agrees with differences of f along every direction that was tried
  kFailed,   ///< the claim is not the gradient of f
  kVacuous,  ///< this point proves nothing (kink, overflow, too much rounding): draw another one
};

/// Why a claimed gradient failed.
enum class GradientFault {
  kNone,
  kWrongShape,  ///< an array of the claim has not the shape of its parameter, or is missing
  kNotFinite,   ///< an entry of the claim is NaN or infinite
  kDisagrees,   ///< the claim differs from the slope of f
};

/// The answer to a GradientQuestion.
struct GradientVerdict {
  GradientOutcome outcome = GradientOutcome::kPassed;
  GradientFault fault = GradientFault::kNone;

  /// Where it failed: "W(2,3)", "along a random direction", "along the claimed gradient itself",
  /// or the parameter's name if its shape is wrong. Rows and columns count from 0.
  std::string where;
  Index parameter = -1;  ///< position in GradientQuestion::at, or -1 for a direction
  Index row = -1;        ///< row of the entry, or -1
  Index col = -1;        ///< column of the entry, or -1

  double claimed = 0.0;    ///< slope according to the claim
  double numeric = 0.0;    ///< slope according to differences of f
  double tolerance = 0.0;  ///< how far apart the two may be

  [[nodiscard]] bool passed() const { return outcome == GradientOutcome::kPassed; }
  [[nodiscard]] bool failed() const { return outcome == GradientOutcome::kFailed; }
  [[nodiscard]] bool vacuous() const { return outcome == GradientOutcome::kVacuous; }
};

/// Judges a claimed gradient by extrapolated central differences of the function.
///
/// Along a direction \f$ u \f$ (each coordinate in turn, random directions, and the claim itself)
/// the claim says that the slope of \f$ g \cdot f \f$ is \f$ u \cdot a \f$. The central
/// differences
/// \f[ A_{0,i} = \frac{g \cdot (f(\theta + h_i u) - f(\theta - h_i u))}{2 h_i}, \qquad
///     h_i = h_0 / 2^i, \quad i = 0, \dots, 3 \f]
/// have an error in even powers of \f$ h \f$, which Romberg's recursion
/// \f$ A_{j,i} = (4^j A_{j-1,i} - A_{j-1,i-1}) / (4^j - 1) \f$ removes power by power. So the
/// steps may be large (1/8), where rounding errors are harmless. The outputs are subtracted
/// before the product with g, so that outputs that do not move cancel exactly.
///
/// The error of \f$ d = A_{3,3} \f$ is estimated as
/// \f$ E = 4 \max(|d - A_{2,3}|, |d - A_{2,2}|) + 16 \varepsilon S / h_3
///       + 16 \varepsilon (\sum_k |u_k a_k| + |g|_1) \f$
/// where \f$ S = \sum_i |g_i| (|f_i| + 1) + \sum_k |a_k \theta_k| + \mathrm{noise} \f$ (the first
/// sum over the outputs that move) is the size of what gets rounded. The claim agrees if
/// \f$ |u \cdot a - d| \le E + 10^{-9} \max(|u \cdot a|, |d|) \f$, provided that E is small enough
/// for this to mean something.
///
/// Four base steps \f$ h_0 = 2^{-3}, 2^{-6}, 2^{-9}, 2^{-12} \f$ are tried. The claim fails only
/// if two of them contradict it **and agree with each other**: an error estimate that is too small
/// by bad luck does not repeat. With a kink guard the first step is the largest for which no unit
/// switches at any of the eight points, then a quarter of it, and so on.
///
/// The constants: 4 and 16 leave room for other compilers and libm (1 is enough here);
/// \f$ 10^{-9} \f$ lies between the extrapolation's noise and the error of code in single
/// precision. Every coordinate is tried for up to 256 of them, otherwise 64, of which at least 8
/// in each parameter.
///
/// Source: Romberg extrapolation of differences, W. H. Press et al., "Numerical Recipes", 3rd ed.,
/// section 5.7 (Ridders' method, without its habit of keeping the luckiest entry).
///
/// \throws std::invalid_argument if the upstream gradient has not as many entries as f has
///         outputs.
[[nodiscard]] GradientVerdict check_gradient(const GradientQuestion& question);

}  // namespace gradus::check
