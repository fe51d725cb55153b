#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "check/case.hpp"
#include "protocol/random.hpp"

namespace gradus::check {

/// Kinds of real numbers that arguments are drawn from.
///
/// All have mean magnitude about 1 except where they say so. Property libraries' own generators of
/// doubles are not used: theirs grow with the size of the test, and three quarters of the softmaxes
/// that they make are saturated, so that nothing is tested.
enum class Reals {
  kOrdinary,  ///< normal, sometimes small whole numbers or ties; never a zero by accident
  kWide,      ///< also scaled by 1e-6 to 100, shifted by up to 1e4, all equal, saturated at +-1e4
  kExtreme,   ///< +-1e308, +-1e4, denormal, negative zero, mixed
  kUpstream,  ///< an upstream gradient: both signs, magnitudes 0.01 to 100
};

/// Makes cases for a property: named arguments over shared axes, in the order of the request.
///
/// \code
/// Generator().axis('c', 1, 16).reals("logits", 'c').index("gold", 'c')
/// \endcode
class Generator {
 public:
  /// A length drawn from [low, high] for every case.
  Generator& axis(Axis axis, Index low, Index high);
  /// A length drawn from a list.
  Generator& axis(Axis axis, std::vector<Index> lengths);

  /// A matrix (rows x cols) or, without the second axis, a column.
  Generator& reals(std::string name, Axis rows, Axis cols = kNoAxis, Reals kind = Reals::kOrdinary);
  Generator& reals(std::string name, Axis rows, Reals kind) {
    return reals(std::move(name), rows, kNoAxis, kind);
  }
  /// A position on an axis; with `rows`, one for each place there.
  Generator& index(std::string name, Axis into, Axis rows = kNoAxis);
  /// Zeros and ones, `count` of them.
  Generator& flags(std::string name, Index count);
  /// Always the same value.
  Generator& constant(std::string name, double value);

  [[nodiscard]] Case draw(Random& random) const;

 private:
  struct Range {
    Axis axis;
    std::vector<Index> lengths;
  };
  struct Recipe {
    Argument argument;  ///< its value is not yet drawn
    std::function<void(Random&, Array&, Index axis_length)> fill;
    Index count = 1;  ///< rows, where no axis says so
  };
  Generator& add(Recipe recipe);

  std::vector<Range> axes_;
  std::vector<Recipe> recipes_;
};

}  // namespace gradus::check
