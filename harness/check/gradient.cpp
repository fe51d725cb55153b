#include "check/gradient.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "protocol/random.hpp"

namespace gradus::check {
namespace {

using std::size_t;

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr size_t kLevels = 4;
constexpr int kBaseSteps = 4;
constexpr double kLargestStep = 0x1p-3;
constexpr double kSmallestFirstStep = 0x1p-30;
constexpr double kErrorFactor = 4.0;
constexpr double kNoiseFactor = 16.0;
constexpr double kRelativeTolerance = 1e-9;
constexpr double kLargestUsefulError = 1e-6;
constexpr Index kAllCoordinatesUpTo = 256;
constexpr Index kSampledCoordinates = 64;
constexpr Index kSampledPerParameter = 8;
constexpr int kRandomDirections = 2;

/// A slope found by extrapolation, and how far it may be from the truth.
struct Slope {
  double value = 0.0;
  double error = 0.0;
};

/// One direction to try, and its place in the parameters if it is a coordinate.
struct Direction {
  std::vector<double> u;
  Index coordinate = -1;
  std::string where;
};

double largest(std::span<const double> values) {
  double result = 0.0;
  for (const double v : values) result = std::max(result, std::abs(v));
  return result;
}

double absolute_sum(std::span<const double> values) {
  double result = 0.0;
  for (const double v : values) result += std::abs(v);
  return result;
}

double dot(std::span<const double> a, std::span<const double> b) {
  double result = 0.0;
  for (size_t i = 0; i < a.size(); ++i) result += a[i] * b[i];
  return result;
}

double absolute_dot(std::span<const double> a, std::span<const double> b) {
  double result = 0.0;
  for (size_t i = 0; i < a.size(); ++i) result += std::abs(a[i] * b[i]);
  return result;
}

std::vector<double> shifted(const std::vector<double>& theta, const std::vector<double>& u,
                            double h) {
  std::vector<double> point = theta;
  for (size_t k = 0; k < point.size(); ++k) point[k] += h * u[k];
  return point;
}

/// Fills in where an entry of a parameter is: "W(2,3)".
void locate(const std::vector<NamedArray>& at, Index coordinate, GradientVerdict& verdict) {
  for (size_t k = 0; k < at.size(); ++k) {
    const Array& value = at[k].value;
    if (coordinate < value.size()) {
      verdict.parameter = static_cast<Index>(k);
      verdict.row = coordinate % value.rows();
      verdict.col = coordinate / value.rows();
      verdict.where =
          at[k].name + "(" + std::to_string(verdict.row) + "," + std::to_string(verdict.col) + ")";
      return;
    }
    coordinate -= value.size();
  }
}

/// The state of one check: the question with everything flat, and f at the point itself.
class Examiner {
 public:
  Examiner(const GradientQuestion& question, std::vector<double> theta, std::vector<double> claim)
      : question_(question),
        theta_(std::move(theta)),
        claim_(std::move(claim)),
        value_(question.f(theta_)),
        upstream_size_(absolute_sum(question.upstream)),
        claim_size_(largest(claim_)) {
    if (value_.size() != question.upstream.size()) {
      throw std::invalid_argument("check_gradient: f has " + std::to_string(value_.size()) +
                                  " outputs but the upstream gradient has " +
                                  std::to_string(question.upstream.size()) + " entries");
    }
    if (question.pattern) pattern_ = question.pattern(theta_);
    const double noise =
        question.noise ? *question.noise : upstream_size_ * (1.0 + largest(theta_));
    noise_ = absolute_dot(claim_, theta_) + noise;
  }

  GradientVerdict examine(const Direction& direction) const {
    const double claimed = dot(direction.u, claim_);
    std::vector<Slope> contradictions;
    double h = first_step(direction.u);
    for (int attempt = 0; attempt < kBaseSteps && h > 0.0; ++attempt) {
      const Slope slope = differentiate(direction.u, h);
      const double scale = std::max(std::abs(claimed), std::abs(slope.value));
      const double tolerance = slope.error + kRelativeTolerance * scale;
      const double distance = std::abs(claimed - slope.value);
      if (distance <= tolerance && informative(slope)) return {};
      if (distance > tolerance) contradictions.push_back(slope);
      h /= question_.pattern ? 4.0 : 8.0;
    }
    if (const auto agreed = consensus(contradictions)) return failure(direction, claimed, *agreed);
    GradientVerdict vacuous;
    vacuous.outcome = GradientOutcome::kVacuous;
    return vacuous;
  }

 private:
  /// The first base step: the largest one that keeps every unit on its side of the kink; 0 if
  /// there is none.
  double first_step(const std::vector<double>& u) const {
    if (!question_.pattern) return kLargestStep;
    for (double h = kLargestStep; h >= kSmallestFirstStep; h /= 2.0) {
      if (keeps_pattern(u, h)) return h;
    }
    return 0.0;
  }

  bool keeps_pattern(const std::vector<double>& u, double h) const {
    for (size_t i = 0; i < kLevels; ++i, h /= 2.0) {
      if (question_.pattern(shifted(theta_, u, h)) != pattern_) return false;
      if (question_.pattern(shifted(theta_, u, -h)) != pattern_) return false;
    }
    return true;
  }

  Slope differentiate(const std::vector<double>& u, double h0) const {
    std::vector<bool> moves(value_.size(), false);
    std::array<std::array<double, kLevels>, kLevels> a{};
    double h = h0;
    for (size_t i = 0; i < kLevels; ++i) {
      if (i > 0) h /= 2.0;
      a[0][i] = central_difference(u, h, moves);
    }
    double power = 1.0;
    for (size_t j = 1; j < kLevels; ++j) {
      power *= 4.0;
      for (size_t i = j; i < kLevels; ++i) {
        a[j][i] = (power * a[j - 1][i] - a[j - 1][i - 1]) / (power - 1.0);
      }
    }
    const double value = a[3][3];
    const double truncation = std::max(std::abs(value - a[2][3]), std::abs(value - a[2][2]));
    const double rounding = rounded_size(moves) / h + absolute_dot(u, claim_) + upstream_size_;
    return {value, kErrorFactor * truncation + kNoiseFactor * kEpsilon * rounding};
  }

  double central_difference(const std::vector<double>& u, double h,
                            std::vector<bool>& moves) const {
    const std::vector<double> ahead = question_.f(shifted(theta_, u, h));
    const std::vector<double> behind = question_.f(shifted(theta_, u, -h));
    if (ahead.size() != value_.size() || behind.size() != value_.size()) {
      throw std::invalid_argument("check_gradient: the number of outputs of f changes");
    }
    double sum = 0.0;
    for (size_t i = 0; i < ahead.size(); ++i) {
      if (ahead[i] == behind[i]) continue;
      moves[i] = true;
      sum += question_.upstream[i] * (ahead[i] - behind[i]);
    }
    return sum / (2.0 * h);
  }

  /// S of the docstring.
  double rounded_size(const std::vector<bool>& moves) const {
    double result = noise_;
    for (size_t i = 0; i < value_.size(); ++i) {
      if (moves[i]) result += std::abs(question_.upstream[i]) * (std::abs(value_[i]) + 1.0);
    }
    return result;
  }

  /// Whether an agreement within this error means anything.
  bool informative(const Slope& slope) const {
    const double scale = std::max(
        {std::abs(slope.value), 1e-3 * claim_size_, 1e-2 * upstream_size_ * question_.usual_slope});
    return slope.error <= kLargestUsefulError * scale;
  }

  /// The sharper one of two slopes that agree with each other, if there are two.
  static std::optional<Slope> consensus(const std::vector<Slope>& slopes) {
    for (size_t i = 0; i < slopes.size(); ++i) {
      for (size_t j = i + 1; j < slopes.size(); ++j) {
        if (std::abs(slopes[i].value - slopes[j].value) <= slopes[i].error + slopes[j].error) {
          return slopes[i].error < slopes[j].error ? slopes[i] : slopes[j];
        }
      }
    }
    return std::nullopt;
  }

  GradientVerdict failure(const Direction& direction, double claimed, const Slope& slope) const {
    GradientVerdict verdict;
    verdict.outcome = GradientOutcome::kFailed;
    verdict.fault = GradientFault::kDisagrees;
    verdict.where = direction.where;
    if (direction.coordinate >= 0) locate(question_.at, direction.coordinate, verdict);
    verdict.claimed = claimed;
    verdict.numeric = slope.value;
    const double scale = std::max(std::abs(claimed), std::abs(slope.value));
    verdict.tolerance = slope.error + kRelativeTolerance * scale;
    return verdict;
  }

  const GradientQuestion& question_;
  std::vector<double> theta_;
  std::vector<double> claim_;
  std::vector<double> value_;
  std::vector<bool> pattern_;
  double upstream_size_;
  double claim_size_;
  double noise_ = 0.0;
};

/// Which coordinates to try: all of them, or a sample that visits every parameter.
std::vector<Index> choose_coordinates(const std::vector<NamedArray>& at, Random& random) {
  Index total = 0;
  for (const NamedArray& parameter : at) total += parameter.value.size();
  std::vector<Index> chosen;
  if (total <= kAllCoordinatesUpTo) {
    for (Index k = 0; k < total; ++k) chosen.push_back(k);
    return chosen;
  }
  Index offset = 0;
  for (const NamedArray& parameter : at) {
    const std::vector<Index> order = random.permutation(parameter.value.size());
    const Index count = std::min(parameter.value.size(), kSampledPerParameter);
    for (Index k = 0; k < count; ++k) chosen.push_back(offset + order[static_cast<size_t>(k)]);
    offset += parameter.value.size();
  }
  while (static_cast<Index>(chosen.size()) < kSampledCoordinates) {
    chosen.push_back(random.below(total));
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

/// Scales a direction so that its largest entry is 1; false if it has none.
bool normalise(std::vector<double>& u) {
  const double scale = largest(u);
  if (scale == 0.0) return false;
  for (double& v : u) v /= scale;
  return true;
}

std::vector<Direction> choose_directions(const GradientQuestion& question,
                                         const std::vector<double>& claim) {
  Random random(question.seed);
  std::vector<Direction> directions;
  for (const Index k : choose_coordinates(question.at, random)) {
    Direction coordinate{std::vector<double>(claim.size(), 0.0), k, {}};
    coordinate.u[static_cast<size_t>(k)] = 1.0;
    directions.push_back(std::move(coordinate));
  }
  for (int i = 0; i < kRandomDirections; ++i) {
    Direction direction{std::vector<double>(claim.size()), -1, "along a random direction"};
    for (double& v : direction.u) v = random.normal();
    if (normalise(direction.u)) directions.push_back(std::move(direction));
  }
  Direction along_claim{claim, -1, "along the claimed gradient itself"};
  if (normalise(along_claim.u)) directions.push_back(std::move(along_claim));
  return directions;
}

GradientVerdict wrong_shape(const GradientQuestion& question, size_t k) {
  GradientVerdict verdict;
  verdict.outcome = GradientOutcome::kFailed;
  verdict.fault = GradientFault::kWrongShape;
  verdict.parameter = static_cast<Index>(k);
  verdict.where = k < question.at.size() ? question.at[k].name : "more gradients than parameters";
  return verdict;
}

/// A failed verdict if the claim has the wrong form or is not finite.
std::optional<GradientVerdict> malformed(const GradientQuestion& question) {
  const size_t count = std::max(question.at.size(), question.claimed.size());
  for (size_t k = 0; k < count; ++k) {
    if (k >= question.at.size() || k >= question.claimed.size() ||
        question.claimed[k].shape != question.at[k].value.shape) {
      return wrong_shape(question, k);
    }
  }
  Index position = 0;
  for (const Array& gradient : question.claimed) {
    for (const double v : gradient.values) {
      if (!std::isfinite(v)) {
        GradientVerdict verdict;
        verdict.outcome = GradientOutcome::kFailed;
        verdict.fault = GradientFault::kNotFinite;
        locate(question.at, position, verdict);
        verdict.claimed = v;
        return verdict;
      }
      ++position;
    }
  }
  return std::nullopt;
}

std::vector<double> flat_point(const std::vector<NamedArray>& at) {
  std::vector<double> theta;
  for (const NamedArray& parameter : at) {
    theta.insert(theta.end(), parameter.value.values.begin(), parameter.value.values.end());
  }
  return theta;
}

}  // namespace

std::vector<double> flatten(std::span<const Array> arrays) {
  std::vector<double> values;
  for (const Array& array : arrays) {
    values.insert(values.end(), array.values.begin(), array.values.end());
  }
  return values;
}

std::vector<Array> unflatten(std::span<const double> values, std::span<const Shape> shapes) {
  std::vector<Array> arrays;
  size_t position = 0;
  for (const Shape& shape : shapes) {
    const auto count = static_cast<size_t>(shape.size());
    if (count > values.size() - position) {
      throw std::invalid_argument("unflatten: fewer values than the shapes hold");
    }
    Array array(shape);
    const auto part = values.subspan(position, count);
    std::copy(part.begin(), part.end(), array.values.begin());
    arrays.push_back(std::move(array));
    position += count;
  }
  if (position != values.size()) {
    throw std::invalid_argument("unflatten: more values than the shapes hold");
  }
  return arrays;
}

Function on_arrays(std::vector<Shape> shapes, std::function<Array(std::span<const Array>)> f) {
  return [shapes = std::move(shapes), f = std::move(f)](std::span<const double> theta) {
    return f(unflatten(theta, shapes)).values;
  };
}

GradientVerdict check_gradient(const GradientQuestion& question) {
  if (const auto verdict = malformed(question)) return *verdict;
  std::vector<double> claim = flatten(question.claimed);
  const std::vector<Direction> directions = choose_directions(question, claim);
  const Examiner examiner(question, flat_point(question.at), std::move(claim));
  GradientVerdict result;
  for (const Direction& direction : directions) {
    GradientVerdict verdict = examiner.examine(direction);
    if (verdict.failed()) return verdict;
    if (verdict.vacuous()) result = verdict;
  }
  return result;
}

}  // namespace gradus::check
