#include "diagnosis/distinguish.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>

#include "check/describe.hpp"
#include "diagnosis/diagnose.hpp"
#include "diagnosis/names.hpp"

namespace gradus::diagnosis {
namespace {

using check::describe;

/// One result of one question, where both sides gave a value.
struct Pair {
  const Question* question;
  const Array* got;
  const Array* want;
};
using Pairs = std::vector<Pair>;

template <class Predicate>
bool all(const Pairs& pairs, Predicate holds) {
  return std::all_of(pairs.begin(), pairs.end(), holds);
}

/// The largest size of an entry; NaN if one is NaN.
double largest(const Array& a) {
  double found = 0.0;
  for (const double x : a.values) {
    if (!(std::abs(x) <= found)) found = std::abs(x);
    if (std::isnan(found)) break;
  }
  return found;
}

Array scaled(Array a, double factor) {
  for (double& x : a.values) x *= factor;
  return a;
}

Array transposed(const Array& a) {
  Array t({a.cols(), a.rows()});
  for (Index i = 0; i < a.rows(); ++i) {
    for (Index j = 0; j < a.cols(); ++j) t(j, i) = a(i, j);
  }
  return t;
}

Array difference(const Array& a, const Array& b) {
  Array d = a;
  for (Index i = 0; i < d.size(); ++i) d[i] -= b[i];
  return d;
}

bool same_shape(const Pair& p) { return p.got->shape == p.want->shape; }

bool has_nan(const Array& a) {
  return std::any_of(a.values.begin(), a.values.end(), [](double x) { return std::isnan(x); });
}

/// The factor c with got = c want, if there is one.
std::optional<double> factor(const Pair& p) {
  const double size = largest(*p.want);
  if (!same_shape(p) || size == 0.0 || !std::isfinite(size)) return std::nullopt;
  Index at = 0;
  for (Index i = 0; i < p.want->size(); ++i) {
    if (std::abs((*p.want)[i]) > std::abs((*p.want)[at])) at = i;
  }
  const double c = (*p.got)[at] / (*p.want)[at];
  if (!std::isfinite(c) || !agree(*p.got, scaled(*p.want, c))) return std::nullopt;
  return c;
}

bool close(double a, double b) { return agree(a, b, std::max(std::abs(a), std::abs(b))); }

/// A number that belongs to a question: how many rows or columns an input has, or a single number.
struct Quantity {
  std::string name;
  std::function<double(const Question&)> of;
};

std::vector<Quantity> quantities(const Question& question, const Names& names) {
  std::vector<Quantity> found;
  const auto& arrays = question.request.arrays;
  for (std::size_t k = 0; k < std::min(names.inputs.size(), arrays.size()); ++k) {
    const std::string name(names.inputs[k]);
    if (name == "requires_grad") continue;
    const auto array = [k](const Question& q) -> const Array& { return q.request.arrays[k]; };
    found.push_back({"the number of rows of " + name,
                     [array](const Question& q) { return static_cast<double>(array(q).rows()); }});
    found.push_back({"the number of columns of " + name,
                     [array](const Question& q) { return static_cast<double>(array(q).cols()); }});
    if (arrays[k].size() == 1) {
      found.push_back({name, [array](const Question& q) { return array(q)[0]; }});
    }
  }
  return found;
}

/// "the 3rd" has no place in a sentence about all inputs: first, last, or nothing.
std::optional<std::string> only_entry(const Pairs& pairs) {
  bool first = true;
  bool last = true;
  for (const Pair& p : pairs) {
    if (!same_shape(p) || p.want->size() < 3) return std::nullopt;
    const double scale = std::max(largest(*p.got), largest(*p.want));
    for (Index i = 0; i < p.want->size(); ++i) {
      const bool right = agree((*p.got)[i], (*p.want)[i], scale);
      if (right) continue;
      first = first && i == 0;
      last = last && i == p.want->size() - 1;
    }
  }
  if (first) return "first";
  if (last) return "last";
  return std::nullopt;
}

std::string about_factor(const std::string& name, const Pairs& pairs, const Names& names) {
  std::vector<double> factors;
  for (const Pair& p : pairs) {
    const auto c = factor(p);
    if (!c) return {};
    factors.push_back(*c);
  }
  if (std::all_of(factors.begin(), factors.end(), [](double c) { return close(c, -1.0); })) {
    return name + " has the right size and the opposite sign, every time.";
  }
  if (std::all_of(factors.begin(), factors.end(), [&](double c) { return close(c, factors[0]); })) {
    return name + " is " + describe(factors[0]) + " times the right one, every time.";
  }
  for (const Quantity& q : quantities(*pairs[0].question, names)) {
    const auto fits = [&](auto expected) {
      for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (!close(factors[i], expected(q.of(*pairs[i].question)))) return false;
      }
      return true;
    };
    if (fits([](double x) { return x; })) {
      return name + " is the right one times " + q.name + ", every time.";
    }
    if (fits([](double x) { return 1.0 / x; })) {
      return name + " is the right one divided by " + q.name + ", every time.";
    }
  }
  // A single number is always some factor times another one.
  if (all(pairs, [](const Pair& p) { return p.want->size() < 2; })) return {};
  return name +
         " has the right direction and a wrong size: each time all entries are off by the "
         "same factor, and it differs from input to input.";
}

std::string about_difference(const std::string& name, const Pairs& pairs, const Names& names) {
  const auto is_offset = [&](auto offset) {
    return all(pairs, [&](const Pair& p) {
      const Array d = difference(*p.got, *p.want);
      const double scale = std::max(largest(*p.got), largest(*p.want));
      for (Index i = 0; i < d.size(); ++i) {
        const std::optional<double> o = offset(p, i);
        if (!o || !agree(d[i], *o, scale)) return false;
      }
      return true;
    });
  };
  const double c = (*pairs[0].got)[0] - (*pairs[0].want)[0];
  if (is_offset([c](const Pair&, Index) { return std::optional(c); })) {
    return "Every entry of " + name + " is off by " + describe(c) + ".";
  }
  for (std::size_t k = 0; k < names.inputs.size(); ++k) {
    for (const double sign : {1.0, -1.0}) {
      const auto input = [&](const Pair& p, Index i) -> std::optional<double> {
        const Array& a = p.question->request.arrays[k];
        if (a.shape != p.want->shape) return std::nullopt;
        return sign * a[i];
      };
      if (is_offset(input)) {
        return name + " is the right one " + (sign > 0 ? "plus " : "minus ") +
               std::string(names.inputs[k]) + ", every time.";
      }
    }
  }
  return {};
}

bool is_single_precision(const Pairs& pairs) {
  return all(pairs, [](const Pair& p) {
    return largest(difference(*p.got, *p.want)) <= 1e-6 * largest(*p.want);
  });
}

std::string about_numbers(const std::string& name, const Pairs& pairs, const Names& names) {
  if (all(pairs, [](const Pair& p) { return p.got->size() == 0; })) {
    return "No value at all has arrived as " + name + ".";
  }
  const auto turned = [](const Pair& p) {
    return p.want->shape != Shape{1, 1} && agree(*p.got, transposed(*p.want));
  };
  if (all(pairs, turned)) {
    return name + " is transposed: rows and columns are exchanged.";
  }
  if (!all(pairs, same_shape)) return {};
  if (all(pairs, [](const Pair& p) { return largest(*p.got) == 0.0; })) {
    return name + " is zero every time.";
  }
  if (is_single_precision(pairs)) {
    return name +
           " is right to about 7 digits only: it looks like single precision. Use double "
           "throughout, and no float and no literal such as 0.5f.";
  }
  if (std::string text = about_difference(name, pairs, names); !text.empty()) return text;
  if (std::string text = about_factor(name, pairs, names); !text.empty()) return text;
  if (const auto entry = only_entry(pairs)) {
    return "Only the " + *entry + " entry of " + name + " is wrong.";
  }
  return {};
}

/// For which inputs the answer is wrong: true of all wrong ones and of no right one.
std::string about_inputs(const std::vector<const Question*>& wrong,
                         const std::vector<const Question*>& right, const Names& names) {
  if (right.size() < kMinInformative || wrong.size() < kMinInformative) return {};
  const auto separates = [&](auto holds) {
    return std::all_of(wrong.begin(), wrong.end(), [&](const Question* q) { return holds(*q); }) &&
           std::none_of(right.begin(), right.end(), [&](const Question* q) { return holds(*q); });
  };
  for (std::size_t k = 0; k < names.inputs.size(); ++k) {
    const std::string name(names.inputs[k]);
    if (name == "requires_grad") continue;
    const auto input = [k](const Question& q) -> const Array& { return q.request.arrays[k]; };
    if (separates([&](const Question& q) { return input(q).cols() > 1; })) {
      return "It is wrong whenever " + name + " has more than one column, and only then.";
    }
    if (separates([&](const Question& q) { return input(q).cols() == 1; })) {
      return "It is wrong whenever " + name + " has a single column, and only then.";
    }
    if (separates([&](const Question& q) { return input(q).size() > 1; })) {
      return "It is wrong whenever " + name + " has more than one entry, and only then.";
    }
    if (separates([&](const Question& q) { return input(q).rows() != input(q).cols(); })) {
      return "It is wrong whenever " + name + " is not square, and only then.";
    }
    // A threshold between the largest number of every right answer and of every wrong one.
    double highest_right = 0.0;
    double lowest_wrong = std::numeric_limits<double>::infinity();
    for (const Question* q : right) highest_right = std::max(highest_right, largest(input(*q)));
    for (const Question* q : wrong) lowest_wrong = std::min(lowest_wrong, largest(input(*q)));
    if (lowest_wrong > highest_right && lowest_wrong > 100.0) {
      return "It is wrong whenever " + name + " holds a number of size " + describe(lowest_wrong) +
             " or more, and right up to " + describe(highest_right) + ".";
    }
  }
  return {};
}

std::string about_failures(const std::vector<std::size_t>& wrong,
                           const std::vector<Outcome>& student, const std::vector<Outcome>& right) {
  const auto every = [&](auto holds) {
    return std::all_of(wrong.begin(), wrong.end(),
                       [&](std::size_t i) { return holds(student[i], right[i]); });
  };
  if (every([](const Outcome& s, const Outcome&) { return s.is_exception(); })) {
    return "It throws an exception on every input that it gets wrong; these inputs are valid.";
  }
  if (every([](const Outcome& s, const Outcome&) {
        return s.is_value() && std::any_of(s.reply->arrays.begin(), s.reply->arrays.end(), has_nan);
      })) {
    return "There is NaN in every wrong answer. NaN comes from 0/0, from infinity minus infinity, "
           "and from entries that were never written: nn::Matrix(rows, cols) starts as NaN.";
  }
  return {};
}

}  // namespace

std::string distinguish(const std::vector<Question>& questions, const std::vector<Outcome>& student,
                        const std::vector<Outcome>& right) {
  const std::vector<std::size_t> wrong = informative(questions, student, right);
  if (wrong.size() < kMinInformative) return {};
  const auto operation = questions[wrong[0]].request.operation;
  const Names names = names_of(operation);
  std::vector<const Question*> wrong_inputs;
  std::vector<const Question*> right_inputs;
  for (std::size_t i = 0; i < student.size(); ++i) {
    if (questions[i].request.operation != operation) continue;
    (agree(student[i], right[i], questions[i]) ? right_inputs : wrong_inputs)
        .push_back(&questions[i]);
  }
  std::string where = about_inputs(wrong_inputs, right_inputs, names);
  const auto with_where = [&](const std::string& what) {
    return what.empty() || where.empty() ? what + where : what + " " + where;
  };
  if (std::string what = about_failures(wrong, student, right); !what.empty()) {
    return with_where(what);
  }
  for (std::size_t r = 0; r < names.results.size(); ++r) {
    Pairs pairs;
    for (const std::size_t i : wrong) {
      if (questions[i].request.operation != operation || !student[i].is_value()) continue;
      const Pair p{&questions[i], &student[i].reply->arrays[r], &right[i].reply->arrays[r]};
      if (!agree(*p.got, *p.want, rounding_of(questions[i]))) pairs.push_back(p);
    }
    if (pairs.size() < kMinInformative) continue;
    return with_where(about_numbers(std::string(names.results[r]), pairs, names));
  }
  return where;
}

}  // namespace gradus::diagnosis
