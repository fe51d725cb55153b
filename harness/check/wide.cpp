#include "check/wide.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace gradus::check::wide {
namespace {

Real column_maximum(const Matrix& m, Index col) {
  require(m.rows() > 0, "softmax and nll need at least one class");
  Real result = m(0, col);
  for (Index i = 1; i < m.rows(); ++i) result = std::max(result, m(i, col));
  return result;
}

}  // namespace

Matrix widen(const Array& array) {
  Matrix m(array.shape);
  std::copy(array.values.begin(), array.values.end(), m.values.begin());
  return m;
}

Array narrow(const Matrix& matrix) {
  Array array(matrix.shape);
  std::transform(matrix.values.begin(), matrix.values.end(), array.values.begin(),
                 [](Real v) { return static_cast<double>(v); });
  return array;
}

void require(bool ok, const std::string& what) {
  if (!ok) throw std::invalid_argument("oracle: " + what);
}

Matrix affine(const Matrix& W, const Matrix& b, const Matrix& x) {
  require(W.cols() == x.rows(), "W has as many columns as x has rows");
  require(b.rows() == W.rows() && b.cols() == 1, "b is one column with as many rows as W");
  Matrix y(Shape{W.rows(), x.cols()});
  std::vector<Real> row(static_cast<std::size_t>(W.cols()));  // Entries of W in a row lie apart.
  for (Index i = 0; i < W.rows(); ++i) {
    for (Index j = 0; j < W.cols(); ++j) row[static_cast<std::size_t>(j)] = W(i, j);
    for (Index c = 0; c < x.cols(); ++c) {
      const Real* column = x.values.data() + c * x.rows();
      y(i, c) = std::inner_product(row.begin(), row.end(), column, b(i, 0));
    }
  }
  return y;
}

AffineGradient affine_gradient(const Matrix& W, const Matrix& x, const Matrix& g) {
  require(W.cols() == x.rows(), "W has as many columns as x has rows");
  require(g.rows() == W.rows() && g.cols() == x.cols(), "g has the shape of W x + b");
  AffineGradient gradient{Matrix(W.shape), Matrix(Shape{W.rows(), 1}), Matrix(x.shape)};
  for (Index c = 0; c < x.cols(); ++c) {
    for (Index i = 0; i < W.rows(); ++i) {
      gradient.b(i, 0) += g(i, c);
      for (Index j = 0; j < W.cols(); ++j) {
        gradient.W(i, j) += g(i, c) * x(j, c);
        gradient.x(j, c) += W(i, j) * g(i, c);
      }
    }
  }
  return gradient;
}

Matrix softmax(const Matrix& logits) {
  Matrix p(logits.shape);
  for (Index c = 0; c < logits.cols(); ++c) {
    const Real shift = column_maximum(logits, c);
    Real sum = 0.0L;
    for (Index i = 0; i < logits.rows(); ++i) {
      p(i, c) = std::exp(logits(i, c) - shift);
      sum += p(i, c);
    }
    for (Index i = 0; i < logits.rows(); ++i) p(i, c) /= sum;
  }
  return p;
}

Real nll(const Matrix& logits, Index col, Index gold) {
  require(0 <= gold && gold < logits.rows(), "the gold class is a row of the logits");
  const Real shift = column_maximum(logits, col);
  // The maximum's own term is exactly 1; taking it out of the sum lets log1p keep the digits of a
  // loss that is almost zero.
  Real others = 0.0L;
  bool skipped = false;
  for (Index i = 0; i < logits.rows(); ++i) {
    if (!skipped && logits(i, col) == shift) {
      skipped = true;
      continue;
    }
    others += std::exp(logits(i, col) - shift);
  }
  return std::log1p(others) + (shift - logits(gold, col));
}

Matrix nll_gradient(const Matrix& logits, std::span<const Index> golds, Real g) {
  require(static_cast<Index>(golds.size()) == logits.cols(), "one gold class for each column");
  Matrix gradient = softmax(logits);
  const Real share = g / static_cast<Real>(logits.cols());
  for (Index c = 0; c < logits.cols(); ++c) {
    const Index gold = golds[static_cast<std::size_t>(c)];
    require(0 <= gold && gold < logits.rows(), "the gold class is a row of the logits");
    Real others = 0.0L;
    for (Index i = 0; i < logits.rows(); ++i) {
      if (i != gold) others += gradient(i, c);
    }
    gradient(gold, c) = -others;
    for (Index i = 0; i < logits.rows(); ++i) gradient(i, c) *= share;
  }
  return gradient;
}

}  // namespace gradus::check::wide
