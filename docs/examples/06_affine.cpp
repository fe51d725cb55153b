#include <Eigen/Dense>
#include <algorithm>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "tp1/affine.hpp"
#include "tp2/affine.hpp"

namespace {

const nn::Matrix W = {{2.0, -1.0}, {-0.5, 3.0}};
const nn::Vector b = {1.0, -6.0};
const nn::Vector x = {4.0, 3.0};
const nn::Vector t = {8.0, 0.5};

//! [nudge]
// Half the squared distance from the target t.
double loss(const nn::Vector& y) {
  const nn::Vector d = y - t;
  return 0.5 * nn::dot(d, d);
}

// How steep the loss is in W(0, 1).
double slope() {
  nn::Matrix nudged = W;
  nudged(0, 1) += 0.01;
  const double above = loss(tp1::affine_transform(nudged, b, x));
  nudged(0, 1) -= 0.02;
  const double below = loss(tp1::affine_transform(nudged, b, x));
  return (above - below) / 0.02;
}
//! [nudge]

nn::Vector upstream() { return tp1::affine_transform(W, b, x) - t; }

TEST(Affine, CountsForMnist) {
  const double weights = 10.0 * 784.0;
  const double parameters = weights + 10.0;
  EXPECT_SHOWN("7840", weights);
  EXPECT_SHOWN("7850", parameters);
  EXPECT_SHOWN("62", weights * parameters / 1e6);
}

TEST(Affine, Inputs) {
  EXPECT_SHOWN("2", W(0, 0));
  EXPECT_SHOWN("-1", W(0, 1));
  EXPECT_SHOWN("-0.5", W(1, 0));
  EXPECT_SHOWN("3", W(1, 1));
  EXPECT_SHOWN("1", b(0));
  EXPECT_SHOWN("-6", b(1));
  EXPECT_SHOWN("4", x(0));
  EXPECT_SHOWN("3", x(1));
  EXPECT_SHOWN("8", t(0));
  EXPECT_SHOWN("0.5", t(1));
}

TEST(Affine, ForwardAndLoss) {
  const nn::Vector product = W * x;
  EXPECT_SHOWN("5", product(0));  // in the picture
  EXPECT_SHOWN("7", product(1));
  const nn::Vector y = tp1::affine_transform(W, b, x);
  EXPECT_SHOWN("6", y(0));
  EXPECT_SHOWN("1", y(1));
  EXPECT_SHOWN("-2", upstream()(0));
  EXPECT_SHOWN("0.5", upstream()(1));
  EXPECT_SHOWN("2.125", loss(y));
}

TEST(Affine, GradientsOfTheParameters) {
  const tp1::AffineGradient gradient = tp1::backward_affine_transform(W, b, x, upstream());
  EXPECT_SHOWN("-8", gradient.W(0, 0));
  EXPECT_SHOWN("-6", gradient.W(0, 1));
  EXPECT_SHOWN("2", gradient.W(1, 0));
  EXPECT_SHOWN("1.5", gradient.W(1, 1));
  EXPECT_SHOWN("-2", gradient.b(0));
  EXPECT_SHOWN("0.5", gradient.b(1));
}

TEST(Affine, GradientOfTheInput) {
  const nn::Vector gradient = nn::transposed_times(W, upstream());
  EXPECT_SHOWN("-4.25", gradient(0));
  EXPECT_SHOWN("3.5", gradient(1));
}

TEST(Affine, NudgeByHand) {
  const double h = 0.01;
  EXPECT_SHOWN("0.01", h);
  EXPECT_SHOWN("0.02", 2.0 * h);
  nn::Matrix up = W;
  up(0, 1) += h;
  nn::Matrix down = W;
  down(0, 1) -= h;
  const nn::Vector y_up = tp1::affine_transform(up, b, x);
  const nn::Vector y_down = tp1::affine_transform(down, b, x);
  EXPECT_SHOWN("0.03", y_up(0) - tp1::affine_transform(W, b, x)(0));
  EXPECT_SHOWN("6.03", y_up(0));
  EXPECT_SHOWN("5.97", y_down(0));
  EXPECT_SHOWN("1.97", t(0) - y_up(0));
  EXPECT_SHOWN("2.03", t(0) - y_down(0));
  EXPECT_SHOWN("2.06545", loss(y_up));
  EXPECT_SHOWN("2.18545", loss(y_down));
  EXPECT_SHOWN("-6", (loss(y_up) - loss(y_down)) / (2.0 * h));
  EXPECT_SHOWN("-5.955", (loss(y_up) - loss(tp1::affine_transform(W, b, x))) / h);
}

TEST(Affine, NudgeInCode) { EXPECT_SHOWN("-6", slope()); }

TEST(Affine, Batch) {
  const tp2::Tensor weights(W, true);
  const tp2::Tensor bias(nn::as_column(b), true);
  const tp2::Tensor samples({{4.0, 1.0}, {3.0, 2.0}}, true);
  const nn::Matrix G = {{-2.0, 3.0}, {0.5, -1.0}};
  EXPECT_SHOWN("1", samples.data()(0, 1));
  EXPECT_SHOWN("2", samples.data()(1, 1));
  EXPECT_SHOWN("3", G(0, 1));
  EXPECT_SHOWN("-1", G(1, 1));
  tp2::affine_transform(weights, bias, samples).backward(G);

  const nn::Matrix second = nn::outer(nn::column(G, 1), nn::column(samples.data(), 1));
  EXPECT_SHOWN("3", second(0, 0));
  EXPECT_SHOWN("6", second(0, 1));
  EXPECT_SHOWN("-1", second(1, 0));
  EXPECT_SHOWN("-2", second(1, 1));

  EXPECT_SHOWN("-5", weights.gradient()(0, 0));
  EXPECT_SHOWN("0", weights.gradient()(0, 1));
  EXPECT_SHOWN("1", weights.gradient()(1, 0));
  EXPECT_SHOWN("-0.5", weights.gradient()(1, 1));
  EXPECT_SHOWN("1", bias.gradient()(0, 0));
  EXPECT_SHOWN("-0.5", bias.gradient()(1, 0));
  EXPECT_SHOWN("-4.25", samples.gradient()(0, 0));
  EXPECT_SHOWN("3.5", samples.gradient()(1, 0));
  EXPECT_SHOWN("6.5", samples.gradient()(0, 1));
  EXPECT_SHOWN("-6", samples.gradient()(1, 1));
}

TEST(Affine, TheAnswers) {
  // W does not occur in its own gradient.
  const tp1::AffineGradient once = tp1::backward_affine_transform(W, b, x, upstream());
  const tp1::AffineGradient twice = tp1::backward_affine_transform(2.0 * W, b, x, upstream());
  EXPECT_EQ(once.W, twice.W);
  EXPECT_EQ(once.b, twice.b);

  // An input of 0 leaves its weights alone.
  const tp1::AffineGradient dark = tp1::backward_affine_transform(W, b, {0.0, 3.0}, upstream());
  EXPECT_EQ(nn::column(dark.W, 0), nn::Vector::zeros(2));

  // The same sample twice, with a mean as the loss.
  const tp2::Tensor weights(W, true);
  const tp2::Tensor bias(nn::as_column(b), true);
  const tp2::Tensor samples({{4.0, 4.0}, {3.0, 3.0}});
  tp2::affine_transform(weights, bias, samples).backward({{-1.0, -1.0}, {0.25, 0.25}});
  EXPECT_EQ(weights.gradient(), once.W);
  EXPECT_EQ(bias.gradient(), nn::as_column(once.b));
}

TEST(Affine, EigenAgrees) {
  Eigen::Matrix2d sum = Eigen::Matrix2d::Zero();
  const Eigen::Vector2d g(upstream()(0), upstream()(1));
  const Eigen::Vector2d input(x(0), x(1));
  sum.noalias() += g * input.transpose();
  const nn::Matrix ours = tp1::backward_affine_transform(W, b, x, upstream()).W;
  EXPECT_TRUE(std::equal(ours.begin(), ours.end(), sum.data()));  // both column after column
}

TEST(Affine, RowsAsSamplesGiveTheSame) {
  Eigen::Matrix2d X;
  X << 4.0, 3.0, 1.0, 2.0;
  Eigen::Matrix2d G;
  G << -2.0, 0.5, 3.0, -1.0;
  const Eigen::Matrix2d gradient = G.transpose() * X;
  Eigen::Matrix2d expected;
  expected << -5.0, 0.0, 1.0, -0.5;
  EXPECT_EQ(gradient, expected);
}

}  // namespace
