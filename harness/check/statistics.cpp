#include "check/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace gradus::check {
namespace {

constexpr double kAlpha = 1e-9;

void require_entries(std::span<const double> sample) {
  if (sample.empty()) throw std::invalid_argument("a statistical test needs at least one entry");
}

/// The largest magnitude; NaN if any entry is NaN.
double largest_magnitude(std::span<const double> sample) {
  double result = 0.0;
  for (const double w : sample) {
    if (std::isnan(w)) return std::numeric_limits<double>::quiet_NaN();
    result = std::max(result, std::abs(w));
  }
  return result;
}

/// Kolmogorov's distance between the entries' distribution and the uniform law on [-limit, limit].
double distance_to_uniform(std::span<const double> sample, double limit) {
  std::vector<double> sorted(sample.begin(), sample.end());
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<double>(sorted.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const double law = std::clamp((sorted[i] / limit + 1.0) / 2.0, 0.0, 1.0);
    const auto below = static_cast<double>(i);
    distance = std::max({distance, law - below / n, (below + 1.0) / n - law});
  }
  return distance;
}

/// Notes a finding unless `observed` is within its bounds; NaN is within none.
void judge(std::vector<SampleFinding>& findings, SamplePart part, double observed, double low,
           double high) {
  if (observed >= low && observed <= high) return;
  findings.push_back({part, observed, low, high});
}

}  // namespace

std::string_view name(SamplePart part) {
  switch (part) {
    case SamplePart::kBounds:
    case SamplePart::kLargest:
      return "largest magnitude";
    case SamplePart::kMean:
      return "mean";
    case SamplePart::kSecondMoment:
      return "second moment";
    case SamplePart::kDistribution:
      return "distance to the uniform law";
    case SamplePart::kDistinct:
      return "share of distinct values";
    case SamplePart::kNeighbours:
      return "correlation of neighbours";
  }
  return "sample";
}

std::vector<SampleFinding> uniform_findings(std::span<const double> sample, double limit) {
  require_entries(sample);
  if (!(limit > 0.0)) throw std::invalid_argument("a uniform law needs a positive limit");
  const auto n = static_cast<double>(sample.size());
  double sum = 0.0;
  double squares = 0.0;
  for (const double w : sample) {
    sum += w;
    squares += w * w;
  }
  const double largest = largest_magnitude(sample);
  const double spread = std::sqrt(std::log(2.0 / kAlpha) / (2.0 * n));
  const double square = limit * limit;

  std::vector<SampleFinding> findings;
  judge(findings, SamplePart::kBounds, largest, 0.0, limit * (1.0 + 1e-12));
  if (std::isnan(largest)) return findings;
  judge(findings, SamplePart::kLargest, largest, limit * (1.0 - 21.0 / n),
        std::numeric_limits<double>::infinity());
  judge(findings, SamplePart::kMean, sum / n, -2.0 * spread * limit, 2.0 * spread * limit);
  judge(findings, SamplePart::kSecondMoment, squares / n, (1.0 / 3.0 - spread) * square,
        (1.0 / 3.0 + spread) * square);
  judge(findings, SamplePart::kDistribution, distance_to_uniform(sample, limit), 0.0, spread);
  return findings;
}

std::vector<SampleFinding> independence_findings(std::span<const double> sample) {
  require_entries(sample);
  std::vector<SampleFinding> findings;
  judge(findings, SamplePart::kDistinct, distinct_share(sample), 0.99, 1.0);
  const double bound = 6.5 / std::sqrt(static_cast<double>(sample.size()));
  judge(findings, SamplePart::kNeighbours, neighbour_correlation(sample), -bound, bound);
  return findings;
}

double fitted_limit(std::span<const double> sample) {
  require_entries(sample);
  const auto n = static_cast<double>(sample.size());
  return largest_magnitude(sample) * (n + 1.0) / n;
}

double distinct_share(std::span<const double> sample) {
  require_entries(sample);
  std::vector<double> sorted;
  for (const double w : sample) {
    if (!std::isnan(w)) sorted.push_back(w);
  }
  std::sort(sorted.begin(), sorted.end());
  const auto end = std::unique(sorted.begin(), sorted.end());
  return static_cast<double>(end - sorted.begin()) / static_cast<double>(sample.size());
}

double neighbour_correlation(std::span<const double> sample) {
  require_entries(sample);
  double mean = 0.0;
  for (const double w : sample) mean += w / static_cast<double>(sample.size());
  double variance = 0.0;
  double covariance = 0.0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double here = sample[i] - mean;
    variance += here * here;
    if (i + 1 < sample.size()) covariance += here * (sample[i + 1] - mean);
  }
  return covariance / variance;
}

}  // namespace gradus::check
