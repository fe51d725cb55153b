#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace gradus::check {

/// A property of random weights that can fail on its own.
enum class SamplePart {
  kBounds,        ///< the entry of largest magnitude: within the limit (NaN if one is NaN)
  kLargest,       ///< the same entry: close enough to the limit
  kMean,          ///< mean of the entries
  kSecondMoment,  ///< mean of the squares
  kDistribution,  ///< Kolmogorov's distance to the uniform law
  kDistinct,      ///< share of distinct values
  kNeighbours,    ///< correlation of each entry with the next
};

/// The name of a part in words: "second moment".
[[nodiscard]] std::string_view name(SamplePart part);

/// One part that failed: what was seen, and between which bounds it should be.
struct SampleFinding {
  SamplePart part = SamplePart::kBounds;
  double observed = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// What speaks against the entries being independent draws from the uniform law on
/// \f$ [-L, L] \f$: nothing, for a right initialiser.
///
/// With n entries and \f$ \alpha = 10^{-9} \f$:
/// - every \f$ |w| \le L (1 + 10^{-12}) \f$, and the largest at least \f$ L (1 - 21/n) \f$: the
///   chance that all are smaller is \f$ (1 - 21/n)^n \le e^{-21} < 10^{-9} \f$;
/// - \f$ |\bar w| \le L \sqrt{2 \ln(2/\alpha) / n} \f$ and
///   \f$ |\overline{w^2} - L^2/3| \le L^2 \sqrt{\ln(2/\alpha) / 2n} \f$: Hoeffding's inequality for
///   means of numbers in \f$ [-L, L] \f$ and \f$ [0, L^2] \f$ (W. Hoeffding, JASA 58, 1963);
/// - the empirical distribution within \f$ \sqrt{\ln(2/\alpha) / 2n} \f$ of the uniform one: the
///   inequality of Dvoretzky, Kiefer and Wolfowitz with Massart's constant (Ann. Prob. 18, 1990).
///
/// These hold for every n, without a normal approximation, so a right initialiser fails with a
/// probability below 5e-9. They are sharp enough to tell fan_in from fan_out from about 1,000
/// entries on: use 60 x 200.
///
/// \throws std::invalid_argument if the sample is empty or the limit is not positive.
[[nodiscard]] std::vector<SampleFinding> uniform_findings(std::span<const double> sample,
                                                          double limit);

/// What speaks against the entries being independent of each other: at most 99 % distinct values,
/// or a lag-1 correlation beyond \f$ 6.5 / \sqrt{n} \f$.
///
/// For independent entries the correlation is close to normal with standard deviation
/// \f$ 1 / \sqrt{n} \f$, so the bound is exceeded with a probability of 8e-11. Give at least 1,000
/// entries.
[[nodiscard]] std::vector<SampleFinding> independence_findings(std::span<const double> sample);

/// The limit that fits a sample best if it is uniform on some \f$ [-L, L] \f$:
/// \f$ \frac{n+1}{n} \max |w| \f$, the unbiased estimate. For "your values look uniform on ...".
/// \throws std::invalid_argument if the sample is empty.
[[nodiscard]] double fitted_limit(std::span<const double> sample);

/// The number of different values divided by the number of values.
[[nodiscard]] double distinct_share(std::span<const double> sample);

/// Pearson's correlation of \f$ w_i \f$ with \f$ w_{i+1} \f$; NaN if all entries are equal.
[[nodiscard]] double neighbour_correlation(std::span<const double> sample);

}  // namespace gradus::check
