#include "check/expect.hpp"

#include <algorithm>
#include <cmath>

#include "check/describe.hpp"
#include "check/story.hpp"
#include "check/tolerance.hpp"

namespace gradus::check {
namespace {

std::string position(const Array& a, Index i) {
  if (a.size() == 1) return "";
  if (a.cols() == 1) return "entry " + std::to_string(i) + ": ";
  return "entry (" + std::to_string(i % a.rows()) + ", " + std::to_string(i / a.rows()) + "): ";
}

/// The entry that is furthest outside its tolerance, or -1; NaN is further than anything.
Index worst(const Array& got, const Array& expected, const Array& tolerance) {
  Index at = -1;
  double worst_excess = 0.0;
  for (Index i = 0; i < got.size(); ++i) {
    if (close(got[i], expected[i], tolerance[i])) continue;
    const double difference = std::abs(got[i] - expected[i]);
    const double excess = std::isfinite(difference) ? difference - tolerance[i] : INFINITY;
    if (at < 0 || excess > worst_excess) {
      at = i;
      worst_excess = excess;
    }
  }
  return at;
}

}  // namespace

void expect_close(const Case& input, const std::string& what, const Array& got,
                  const Array& expected, const Array& tolerance, const std::string& why) {
  const Index at = worst(got, expected, tolerance);
  if (at < 0) return;
  std::string seen = what + " = " + describe(got);
  if (got.size() > 1) {
    seen += "\n" + position(got, at) + "got " + describe(got[at]) + ", expected " +
            describe(expected[at]);
  }
  const double difference = std::abs(got[at] - expected[at]);
  if (std::isfinite(difference)) {
    seen += " (off by " + describe(difference) + "; rounding explains at most " +
            describe(tolerance[at]) + ")";
  }
  throw Falsified({.input = input.describe(),
                   .expected = what + " = " + describe(expected),
                   .got = std::move(seen),
                   .why = why});
}

void expect_close(const Case& input, const std::string& what, const Array& got,
                  const Array& expected, double tolerance, const std::string& why) {
  expect_close(input, what, got, expected, Array(expected.shape, tolerance), why);
}

void expect_finite(const Case& input, const std::string& what, const Array& got,
                   const std::string& why) {
  const bool finite =
      std::all_of(got.values.begin(), got.values.end(), [](double x) { return std::isfinite(x); });
  expect(finite, input, what + " without NaN or infinity", what + " = " + describe(got), why);
}

void expect(bool holds, const Case& input, const std::string& expected, const std::string& got,
            const std::string& why) {
  if (holds) return;
  throw Falsified({.input = input.describe(), .expected = expected, .got = got, .why = why});
}

void expect_unchanged(const Case& input, const Answer& answer) {
  if (answer.changed.empty()) return;
  std::string names;
  for (const std::string& n : answer.changed) names += (names.empty() ? "" : ", ") + n;
  throw Falsified({.input = input.describe(),
                   .expected = "arguments that are as they were before the call",
                   .got = "changed: " + names,
                   .why = "The caller still needs its values. Work on a copy."});
}

}  // namespace gradus::check
