#include "check/generator.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace gradus::check {
namespace {

void normal(Random& random, Array& a, double scale) {
  for (double& x : a.values) {
    // An exact zero is skipped by products, which would hide what it multiplies.
    do x = scale * random.normal();
    while (x == 0.0);
  }
}

void whole(Random& random, Array& a) {
  for (double& x : a.values) {
    do x = static_cast<double>(random.between(-4, 4));
    while (x == 0.0);
  }
}

void ordinary(Random& random, Array& a) {
  if (random.chance(0.2)) return whole(random, a);
  normal(random, a, 1.0);
  if (random.chance(0.1) && a.size() > 1) a[a.size() - 1] = a[0];
}

double power_of_ten(Random& random, Index low, Index high) {
  return std::pow(10.0, static_cast<double>(random.between(low, high)));
}

void wide(Random& random, Array& a) {
  const double kind = random.uniform();
  if (kind < 0.5) return ordinary(random, a);
  if (kind < 0.7) return normal(random, a, power_of_ten(random, -6, 2));
  if (kind < 0.8) {
    normal(random, a, 1.0);
    const double shift = std::round(random.uniform(-1e4, 1e4));
    for (double& x : a.values) x += shift;
  } else if (kind < 0.9) {
    const double value = random.chance(0.5) ? 0.0 : std::round(random.uniform(-50.0, 50.0));
    for (double& x : a.values) x = value;
  } else {
    for (double& x : a.values) x = random.chance(0.5) ? 1e4 : -1e4;
  }
}

void extreme(Random& random, Array& a) {
  constexpr double kTiny = std::numeric_limits<double>::denorm_min();
  static constexpr std::array<double, 9> kValues = {1e308,   -1e308, 1e4,  -1e4, 1000.0,
                                                    -1000.0, kTiny,  -0.0, 1.0};
  const Index one = random.below(static_cast<Index>(kValues.size()));
  const bool all_equal = random.chance(0.2);
  for (double& x : a.values) {
    const Index i = all_equal ? one : random.below(static_cast<Index>(kValues.size()));
    x = kValues[static_cast<std::size_t>(i)];
  }
}

void upstream(Random& random, Array& a) {
  normal(random, a, std::pow(10.0, random.uniform(-2.0, 2.0)));
}

void fill(Reals kind, Random& random, Array& a) {
  switch (kind) {
    case Reals::kOrdinary:
      return ordinary(random, a);
    case Reals::kWide:
      return wide(random, a);
    case Reals::kExtreme:
      return extreme(random, a);
    case Reals::kUpstream:
      return upstream(random, a);
  }
}

}  // namespace

Generator& Generator::axis(Axis axis, Index low, Index high) {
  std::vector<Index> lengths(static_cast<std::size_t>(high - low + 1));
  std::iota(lengths.begin(), lengths.end(), low);
  return this->axis(axis, std::move(lengths));
}

Generator& Generator::axis(Axis axis, std::vector<Index> lengths) {
  axes_.push_back({axis, std::move(lengths)});
  return *this;
}

Generator& Generator::add(Recipe recipe) {
  recipes_.push_back(std::move(recipe));
  return *this;
}

Generator& Generator::reals(std::string name, Axis rows, Axis cols, Reals kind) {
  return add({{std::move(name), {}, rows, cols},
              [kind](Random& random, Array& a, Index) { fill(kind, random, a); }});
}

Generator& Generator::index(std::string name, Axis into, Axis rows) {
  return add({{std::move(name), {}, rows, kNoAxis, into}, [](Random& random, Array& a, Index n) {
                for (double& x : a.values) x = static_cast<double>(random.below(n));
              }});
}

Generator& Generator::flags(std::string name, Index count) {
  return add({{std::move(name), {}},
              [](Random& random, Array& a, Index) {
                for (double& x : a.values) x = random.chance(0.5) ? 1.0 : 0.0;
              },
              count});
}

Generator& Generator::constant(std::string name, double value) {
  Argument argument{std::move(name), {}};
  argument.fixed = true;
  return add({std::move(argument), [value](Random&, Array& a, Index) { a[0] = value; }});
}

Case Generator::draw(Random& random) const {
  std::map<Axis, Index> length = {{kNoAxis, 1}};
  for (const Range& range : axes_) {
    const Index at = random.below(static_cast<Index>(range.lengths.size()));
    length[range.axis] = range.lengths[static_cast<std::size_t>(at)];
  }
  std::vector<Argument> arguments;
  for (const Recipe& recipe : recipes_) {
    Argument a = recipe.argument;
    const Index rows = a.rows == kNoAxis ? recipe.count : length.at(a.rows);
    a.value = Array({rows, length.at(a.cols)});
    recipe.fill(random, a.value, length.at(a.index_into));
    arguments.push_back(std::move(a));
  }
  return Case(std::move(arguments));
}

}  // namespace gradus::check
