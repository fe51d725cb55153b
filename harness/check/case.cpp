#include "check/case.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <stdexcept>

#include "check/describe.hpp"

namespace gradus::check {
namespace {

Array keep(const Array& a, const std::vector<Index>& rows, const std::vector<Index>& cols) {
  Array kept({static_cast<Index>(rows.size()), static_cast<Index>(cols.size())});
  for (Index j = 0; j < kept.cols(); ++j) {
    for (Index i = 0; i < kept.rows(); ++i) {
      kept(i, j) = a(rows[static_cast<std::size_t>(i)], cols[static_cast<std::size_t>(j)]);
    }
  }
  return kept;
}

std::vector<Index> all(Index n) {
  std::vector<Index> indices(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < indices.size(); ++i) indices[i] = static_cast<Index>(i);
  return indices;
}

/// "W = 1 x 1 [0]", "b = [0]", "gold = 0": a matrix and a list of one entry are no numbers.
std::string describe_argument(const Argument& a) {
  std::string value = check::describe(a.value);
  if (a.value.size() == 1 && a.rows != kNoAxis) {
    value = (a.cols == kNoAxis ? "[" : "1 x 1 [") + value + "]";
  }
  return a.name + " = " + value;
}

/// Positions on an axis of which only some places are kept; nothing if one of them has gone.
std::optional<Array> renumber(Array positions, const std::vector<Index>& kept) {
  for (double& p : positions.values) {
    const auto at = std::find(kept.begin(), kept.end(), static_cast<Index>(p));
    if (at == kept.end()) return std::nullopt;
    p = static_cast<double>(at - kept.begin());
  }
  return positions;
}

std::optional<Case> restrict(const Case& c, Axis axis, const std::vector<Index>& kept) {
  std::vector<Argument> arguments = c.arguments();
  for (Argument& a : arguments) {
    a.value = keep(a.value, a.rows == axis ? kept : all(a.value.rows()),
                   a.cols == axis ? kept : all(a.value.cols()));
    if (a.index_into == axis) {
      auto renumbered = renumber(a.value, kept);
      if (!renumbered) return std::nullopt;
      a.value = std::move(*renumbered);
    }
  }
  return Case(std::move(arguments));
}

Index length(const Case& c, Axis axis) {
  for (const Argument& a : c.arguments()) {
    if (a.rows == axis) return a.value.rows();
    if (a.cols == axis) return a.value.cols();
  }
  return 1;
}

std::set<Axis> axes(const Case& c) {
  std::set<Axis> found;
  for (const Argument& a : c.arguments()) {
    found.insert(a.rows);
    found.insert(a.cols);
  }
  found.erase(kNoAxis);
  return found;
}

/// Numbers simpler than x, the simplest first. Each is smaller or has lost its sign, so shrinking
/// ends.
std::vector<double> simpler_numbers(double x) {
  if (std::isnan(x)) return {0.0};
  if (std::isinf(x)) return {0.0, std::copysign(1.0, x), std::copysign(1e308, x)};
  std::vector<double> candidates;
  const auto add = [&](double y) {
    if (std::abs(y) < std::abs(x) || (x < 0.0 && y == -x)) candidates.push_back(y);
  };
  add(0.0);
  if (x < 0.0) add(-x);
  if (std::abs(x) > 1.0) add(std::copysign(1.0, x));
  if (std::trunc(x) != x) {
    add(std::trunc(x));
    const double tenths = std::trunc(x * 10.0) / 10.0;
    if (std::abs(x) < 1e6) add(tenths);
  } else {
    // Towards zero by halving steps, so that a threshold such as 710 is found exactly.
    for (double step = std::trunc(x / 2.0); step != 0.0; step = std::trunc(step / 2.0)) {
      add(x - step);
    }
    if (std::abs(x) > 1.0 && std::abs(x) < 1e15) add(x - std::copysign(1.0, x));
  }
  return candidates;
}

}  // namespace

const Array& Case::operator[](std::string_view name) const {
  const auto found = std::find_if(arguments_.begin(), arguments_.end(),
                                  [&](const Argument& a) { return a.name == name; });
  if (found == arguments_.end()) {
    throw std::out_of_range("a case has no argument " + std::string(name));
  }
  return found->value;
}

Case Case::with(std::string_view name, Array value) const {
  Case changed = *this;
  const auto found = std::find_if(changed.arguments_.begin(), changed.arguments_.end(),
                                  [&](const Argument& a) { return a.name == name; });
  if (found != changed.arguments_.end()) found->value = std::move(value);
  return changed;
}

std::vector<Array> Case::values() const {
  std::vector<Array> values;
  for (const Argument& a : arguments_) values.push_back(a.value);
  return values;
}

std::string Case::describe() const {
  std::string text;
  for (const Argument& a : arguments_) {
    if (!text.empty()) text += "\n";
    text += describe_argument(a);
  }
  return text;
}

std::vector<Case> Case::simpler() const {
  std::vector<Case> candidates;
  const auto add = [&](std::optional<Case> c) {
    if (c) candidates.push_back(std::move(*c));
  };
  for (const Axis axis : axes(*this)) {
    const Index n = length(*this, axis);
    if (n > 3) {
      const std::vector<Index> whole = all(n);
      add(restrict(*this, axis, {whole.begin(), whole.begin() + n / 2}));
      add(restrict(*this, axis, {whole.begin() + n / 2, whole.end()}));
    }
    for (Index drop = 0; n > 1 && drop < n; ++drop) {
      std::vector<Index> kept = all(n);
      kept.erase(kept.begin() + drop);
      add(restrict(*this, axis, kept));
    }
  }
  for (const Argument& a : arguments_) {
    if (!a.fixed && std::any_of(a.value.values.begin(), a.value.values.end(),
                                [](double x) { return x != 0.0; })) {
      add(with(a.name, Array(a.value.shape)));
    }
  }
  for (const Argument& a : arguments_) {
    for (Index i = 0; i < a.value.size() && !a.fixed; ++i) {
      for (const double x : simpler_numbers(a.value[i])) {
        Array value = a.value;
        value[i] = x;
        add(with(a.name, std::move(value)));
      }
    }
  }
  return candidates;
}

}  // namespace gradus::check
