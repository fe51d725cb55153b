#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::check {

/// A dimension that several arguments share, such as the number of classes. None: length 1.
using Axis = char;
inline constexpr Axis kNoAxis = '1';

/// One named input of a case.
struct Argument {
  std::string name;
  Array value;
  Axis rows = kNoAxis;
  Axis cols = kNoAxis;
  Axis index_into = kNoAxis;  ///< the entries are positions on that axis, as `gold` is
  bool fixed = false;         ///< its entries are never made simpler
};

/// The inputs of one call of the student's function: what is generated, shrunk, sent, and shown.
class Case {
 public:
  Case() = default;
  explicit Case(std::vector<Argument> arguments) : arguments_(std::move(arguments)) {}

  [[nodiscard]] const std::vector<Argument>& arguments() const { return arguments_; }

  /// \throws std::out_of_range if no argument has that name: a mistake in a spec
  [[nodiscard]] const Array& operator[](std::string_view name) const;
  /// The same case with another value of one argument.
  [[nodiscard]] Case with(std::string_view name, Array value) const;

  /// The values in order, as they go into a request.
  [[nodiscard]] std::vector<Array> values() const;

  /// "logits = [0, 710]", one argument a line.
  [[nodiscard]] std::string describe() const;

  /// Cases that are simpler than this one, the boldest first: fewer rows and columns, then zeros,
  /// then rounder numbers. Arguments that share an axis lose the same row or column together.
  [[nodiscard]] std::vector<Case> simpler() const;

 private:
  std::vector<Argument> arguments_;
};

}  // namespace gradus::check
