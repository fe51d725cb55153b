#include "specs/init_check.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/statistics.hpp"

namespace gradus::specs {
namespace {

using namespace check;

double fan_in(Shape shape) { return static_cast<double>(shape.cols); }
double fan_out(Shape shape) { return static_cast<double>(shape.rows); }

constexpr const char* kGlorot = "sqrt(6 / (fan_in + fan_out))";
constexpr const char* kFanIn = "sqrt(6 / fan_in)";
constexpr const char* kFanOut = "sqrt(6 / fan_out)";

/// What a slip turns the formulas into, and what the slip is.
struct Slip {
  const char* formula;
  double limit;
  const char* what;
};

std::vector<Slip> usual_slips(Shape shape) {
  constexpr const char* kSquareRoot = "The square root is missing.";
  constexpr const char* kDeviation =
      "That is the standard deviation; the limit of a uniform law is sqrt(3) times as large.";
  const double in = fan_in(shape);
  const double out = fan_out(shape);
  return {
      {kGlorot, glorot_limit(shape).value, "That is the limit of Glorot and Bengio."},
      {kFanIn, kaiming_limit(shape).value, "That takes fan_in alone, the number of columns."},
      {kFanOut, fan_out_limit(shape).value, "That takes fan_out alone, the number of rows."},
      {"6 / (fan_in + fan_out)", 6.0 / (in + out), kSquareRoot},
      {"6 / fan_in", 6.0 / in, kSquareRoot},
      {"sqrt(6) / (fan_in + fan_out)", std::sqrt(6.0) / (in + out),
       "The square root is of the whole fraction."},
      {"sqrt(6) / fan_in", std::sqrt(6.0) / in, "The square root is of the whole fraction."},
      {"sqrt(2 / (fan_in + fan_out))", std::sqrt(2.0 / (in + out)), kDeviation},
      {"sqrt(2 / fan_in)", std::sqrt(2.0 / in), kDeviation},
      {"sqrt(3 / fan_in)", std::sqrt(3.0 / in), "The factor is 6: ReLU halves the signal."},
      {"1 / sqrt(fan_in)", 1.0 / std::sqrt(in), "That is another rule than the one asked for."},
      {"sqrt(12 / (fan_in + fan_out))", std::sqrt(12.0 / (in + out)),
       "The factor is 6, since the entries lie on both sides of 0."},
      {"1", 1.0, "The limit must depend on the shape of W."},
  };
}

std::string summary(const Array& W) {
  const auto [low, high] = std::minmax_element(W.values.begin(), W.values.end());
  const double mean =
      std::accumulate(W.values.begin(), W.values.end(), 0.0) / static_cast<double>(W.values.size());
  return "entries between " + describe(*low) + " and " + describe(*high) + " with mean " +
         describe(mean);
}

std::string uniform_on(const Slip& slip) {
  const std::string limit = describe(slip.limit);
  return "values that look uniform between -" + limit + " and " + limit + ", and " + limit +
         " is " + slip.formula;
}

/// What the sample looks like, and what that suggests.
std::pair<std::string, std::string> diagnose(const Array& W) {
  const auto [low, high] = std::minmax_element(W.values.begin(), W.values.end());
  if (*low == *high) {
    return {
        "the same number everywhere: " + describe(*low),
        "Units that start alike stay alike in training, so every entry needs a draw of its own. If "
        "you do draw, look at the limit: in C++ the quotient of two whole numbers is a whole "
        "number, and 6 / 884 is 0."};
  }
  for (const Slip& slip : usual_slips(W.shape)) {
    if (fits(W, slip.limit)) return {uniform_on(slip), slip.what};
  }
  if (*low >= 0.0 || *high <= 0.0) {
    return {summary(W), "All are on one side of 0: the law is symmetric, from -limit to limit."};
  }
  if (fits(W, fitted_limit(W.values))) {
    return {"values that look uniform between -" + describe(fitted_limit(W.values)) + " and " +
                describe(fitted_limit(W.values)),
            "The law is right, its limit is not."};
  }
  return {summary(W) + ", not uniform on a symmetric interval",
          "Draw every entry with rng.uniform(-limit, limit), independently of the others."};
}

/// A seed that a double holds exactly.
std::uint64_t seed_from(Random& random) {
  return static_cast<std::uint64_t>(random.below(1'000'000));
}

/// The share of entries that two samples of one shape have in common, position by position.
double share_in_common(const Array& a, const Array& b) {
  Index equal = 0;
  for (Index i = 0; i < a.size(); ++i) equal += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

}  // namespace

Limit glorot_limit(Shape shape) {
  return {kGlorot, std::sqrt(6.0 / (fan_in(shape) + fan_out(shape)))};
}
Limit kaiming_limit(Shape shape) { return {kFanIn, std::sqrt(6.0 / fan_in(shape))}; }
Limit fan_out_limit(Shape shape) { return {kFanOut, std::sqrt(6.0 / fan_out(shape))}; }

bool fits(const Array& W, double limit) {
  return uniform_findings(W.values, limit).empty() && independence_findings(W.values).empty();
}

void expect_written(const Case& input, const std::string& name, const Array& W,
                    const std::string& why) {
  const auto left =
      std::count_if(W.values.begin(), W.values.end(), [](double w) { return std::isnan(w); });
  const bool all = left == W.size();
  const std::string missed =
      "They are read through a handle that was taken before the call, as the optimiser's is. Write "
      "into the matrix that is there, through " +
      name +
      ".data(): a copy, or a new Parameter, is "
      "another matrix, and the network would never see it.";
  expect(left == 0, input, "a number in each entry of " + name + " (" + describe(W.shape) + ")",
         (all ? "all of them are" : std::to_string(left) + " of them are still") +
             std::string(" NaN, as before the call"),
         !why.empty() ? why
         : all        ? missed
                      : "Write every entry: all rows and all columns.");
}

void expect_uniform(const Case& input, const std::string& name, const Array& W,
                    const Limit& limit) {
  expect_written(input, name, W);
  if (fits(W, limit.value)) return;
  const auto [got, why] = diagnose(W);
  expect(false, input,
         name + " (" + describe(W.shape) + ") uniform between -" + describe(limit.value) + " and " +
             describe(limit.value) + ", where " + describe(limit.value) + " is " + limit.formula,
         got, why);
}

Draw draw(Trial& trial, protocol::Operation operation, Shape shape, std::uint64_t seed) {
  const Case c({{"rows", scalar(static_cast<double>(shape.rows))},
                {"cols", scalar(static_cast<double>(shape.cols))},
                {"seed", scalar(static_cast<double>(seed))}});
  Answer answer = trial.call(operation, c, {shape, shape, shape});
  return {c, std::move(answer.results[0]), std::move(answer.results[1]),
          std::move(answer.results[2])};
}

std::vector<Draw> draw_large(Trial& trial, protocol::Operation operation) {
  Random random = trial.random("seeds");
  std::vector<Draw> draws;
  for (const Shape shape : {Shape{60, 200}, Shape{200, 60}}) {
    draws.push_back(draw(trial, operation, shape, seed_from(random)));
  }
  return draws;
}

void expect_seeded(Trial& trial, protocol::Operation operation) {
  const Shape shape{30, 40};
  Random random = trial.random("seeds");
  const std::uint64_t seed = seed_from(random);
  const Draw first = draw(trial, operation, shape, seed);
  const Draw same = draw(trial, operation, shape, seed);
  expect_written(first.input, "W", first.W);
  expect(first.W == same.W && first.V == same.V, first.input,
         "the same numbers from the same seed, every time", "other numbers the second time",
         "Take every random number from the generator that is passed in: no other source, and no "
         "static one.");
  const Draw other = draw(trial, operation, shape, seed + 1);
  expect(share_in_common(first.W, other.W) < 0.01, other.input, "other numbers from another seed",
         "the same numbers as from seed " + std::to_string(seed),
         "A generator that is made inside, with a seed of its own, gives the same weights in every "
         "run. Use the one that is passed in.");
}

void expect_fresh(Trial& trial, protocol::Operation operation) {
  for (const Draw& d : draw_large(trial, operation)) {
    expect_written(d.input, "W", d.W);
    expect_written(d.input, "V", d.V);
    expect(share_in_common(d.W, d.V) < 0.01, d.input,
           "other numbers for V than for W, which was initialised just before",
           "the same numbers for both",
           "Layers that start alike learn alike. Draw from the generator itself: a new one, or one "
           "that starts again, repeats itself.");
    expect(distinct_share(d.W.values) > 0.99, d.input, "entries that are all different",
           describe(100.0 * distinct_share(d.W.values)) + " % of different ones",
           "Every entry needs a draw of its own.");
    expect(independence_findings(d.W.values).empty(), d.input,
           "entries that have nothing to do with their neighbours",
           "a correlation of neighbours of " + describe(neighbour_correlation(d.W.values)),
           "Every entry needs a draw of its own.");
  }
}

void expect_any_shape(Trial& trial, protocol::Operation operation, double (*limit)(Shape)) {
  Random random = trial.random("seeds");
  for (const Shape shape : {Shape{1, 1}, Shape{1, 7}, Shape{7, 1}, Shape{3, 5}, Shape{10, 784}}) {
    const Draw d = draw(trial, operation, shape, seed_from(random));
    expect_written(d.input, "W", d.W);
    expect_written(d.input, "V", d.V);
    const double bound = limit(shape) * (1.0 + 1e-12);
    const auto outside = std::find_if(d.W.values.begin(), d.W.values.end(),
                                      [&](double w) { return !(std::abs(w) <= bound); });
    if (outside != d.W.values.end()) {
      expect(false, d.input, "entries between -" + describe(bound) + " and " + describe(bound),
             "an entry " + describe(*outside));
    }
    expect(std::any_of(d.W.values.begin(), d.W.values.end(), [](double w) { return w != 0.0; }),
           d.input, "entries that are drawn", "W is zero",
           "A parameter of one row or one column is drawn like any other: biases have an "
           "initialiser of their own.");
    expect(d.W_afterwards == d.W, d.input, "W as it was, after V was initialised", "W has changed",
           "An initialiser writes into its argument, and into nothing else.");
  }
}

}  // namespace gradus::specs
