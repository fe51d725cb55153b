#include <cmath>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/affine.hpp"
#include "tp1/linear_classifier.hpp"
#include "tp1/softmax.hpp"

namespace {

namespace numbers {

//! [scores]
const nn::Matrix W = {{2.0, -1.0}, {1.0, 1.0}};  // a row for each class
const nn::Vector b = {0.0, -1.0};
const nn::Vector x = {2.0, 1.0};
const nn::Vector y = tp1::affine_transform(W, b, x);
//! [scores]

}  // namespace numbers

double logistic(double t) { return 1.0 / (1.0 + std::exp(-t)); }

/// The matrix of all slopes of softmax, as the chapter derives it.
nn::Matrix jacobian(const nn::Vector& p) {
  nn::Matrix J(p.size(), p.size());
  for (nn::Index i = 0; i < p.size(); ++i) {
    for (nn::Index j = 0; j < p.size(); ++j) J(i, j) = p(i) * ((i == j ? 1.0 : 0.0) - p(j));
  }
  return J;
}

TEST(Linear, SharesOfScores) {
  const nn::Vector scores = {2.0, 0.0, -1.0};
  EXPECT_EQ(scores / nn::sum(scores), scores);  // they add up to 1 as they are
  EXPECT_SHOWN("0.844", tp1::softmax(scores)(0));
  EXPECT_SHOWN("0.114", tp1::softmax(scores)(1));
  EXPECT_SHOWN("0.042", tp1::softmax(scores)(2));
}

TEST(Linear, Sizes) {
  const tp1::LinearClassifier model{nn::Matrix::zeros(10, 784), nn::Vector::zeros(10)};
  EXPECT_EQ(model.W.size() + model.b.size(), 7850);
  // Nothing learnt: all classes alike.
  const nn::Vector y = tp1::affine_transform(model.W, model.b, nn::Vector::zeros(784));
  EXPECT_SHOWN("0.1", tp1::softmax(y)(7));
}

TEST(Linear, WithNumbers) {
  using numbers::b;
  using numbers::W;
  using numbers::x;
  using numbers::y;
  EXPECT_SHOWN("2", W(0, 0));
  EXPECT_SHOWN("-1", W(0, 1));
  EXPECT_SHOWN("1", W(1, 0));
  EXPECT_SHOWN("0", b(0));
  EXPECT_SHOWN("-1", b(1));
  EXPECT_SHOWN("3", y(0));
  EXPECT_SHOWN("2", y(1));

  const nn::Vector p = tp1::softmax(y);
  EXPECT_SHOWN("0.7311", p(0));
  EXPECT_SHOWN("0.2689", p(1));
  EXPECT_SHOWN("0.7311", logistic(y(0) - y(1)));

  const nn::Vector normal = {W(0, 0) - W(1, 0), W(0, 1) - W(1, 1)};
  EXPECT_SHOWN("1", normal(0));
  EXPECT_SHOWN("-2", normal(1));
  EXPECT_SHOWN("1", b(0) - b(1));
  EXPECT_SHOWN("1", nn::dot(normal, x) + b(0) - b(1));
  EXPECT_SHOWN("5", nn::dot(normal, normal));
  EXPECT_SHOWN("0.4472", (nn::dot(normal, x) + b(0) - b(1)) / std::sqrt(nn::dot(normal, normal)));

  const nn::Vector tie = tp1::affine_transform(W, b, {1.0, 1.0});
  EXPECT_SHOWN("1", tie(0));
  EXPECT_SHOWN("1", tie(1));
  EXPECT_SHOWN("0.5", tp1::softmax(tie)(0));

  const nn::Vector shifted = y + 1000.0;
  EXPECT_SHOWN("1003", shifted(0));
  EXPECT_SHOWN("1002", shifted(1));
  EXPECT_SHOWN("0.7311", tp1::softmax(shifted)(0));

  const nn::Vector doubled = tp1::affine_transform(2.0 * W, 2.0 * b, x);
  EXPECT_SHOWN("6", doubled(0));
  EXPECT_SHOWN("4", doubled(1));
  EXPECT_SHOWN("0.8808", tp1::softmax(doubled)(0));
  EXPECT_SHOWN("0.1192", tp1::softmax(doubled)(1));

  const nn::Matrix J = jacobian(p);
  EXPECT_SHOWN("0.1966", J(0, 0));
  EXPECT_SHOWN("-0.1966", J(0, 1));
  EXPECT_SHOWN("-0.1966", J(1, 0));
  EXPECT_SHOWN("0.1966", J(1, 1));
}

TEST(Linear, Jacobian) {
  nn::Rng rng(4);
  nn::Vector x(5);
  for (double& entry : x) entry = rng.uniform(-2.0, 2.0);
  const nn::Matrix J = jacobian(tp1::softmax(x));
  const double h = 1e-5;
  for (nn::Index j = 0; j < x.size(); ++j) {
    nn::Vector up = x;
    nn::Vector down = x;
    up(j) += h;
    down(j) -= h;
    const nn::Vector slope = (tp1::softmax(up) - tp1::softmax(down)) / (2.0 * h);
    EXPECT_LT(nn::max(nn::abs(slope - nn::column(J, j))), 1e-9);
    EXPECT_NEAR(nn::sum(nn::column(J, j)), 0.0, 1e-15);
  }
}

TEST(Linear, DifferencesOnly) {
  const nn::Vector p = tp1::softmax({5.0, 3.0, 0.0});
  EXPECT_NEAR(p(0) / p(1), std::exp(2.0), 1e-12);
  EXPECT_SHOWN("7.39", p(0) / p(1));
  EXPECT_EQ(tp1::softmax({0.0, 1000.0})(0), 0.0);
}

}  // namespace
