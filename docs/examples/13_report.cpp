#include <Eigen/Core>
#include <cmath>
#include <gtest/gtest.h>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/affine.hpp"
#include "tp1/nll.hpp"

namespace {

using nn::Index;

//! [shares]
// C has a row for each label and a column for each answer.

/// Of the samples that are class k, the share that the model finds.
double recall(const nn::Matrix& C, Index k) {
  const double samples = nn::sum(nn::column(nn::transpose(C), k));
  return C(k, k) / samples;
}

/// Of the answers k, the share that is right.
double precision(const nn::Matrix& C, Index k) {
  const double answers = nn::sum(nn::column(C, k));
  return C(k, k) / answers;
}
//! [shares]

double accuracy(const nn::Matrix& C) {
  double right = 0.0;
  for (Index k = 0; k < C.rows(); ++k) right += C(k, k);
  return right / nn::sum(C);
}

/// The standard error of a share p of n independent samples.
double standard_error(double p, double n) { return std::sqrt(p * (1.0 - p) / n); }

const nn::Matrix kConfusions = {{90, 6, 4}, {2, 16, 2}, {1, 8, 21}};

TEST(Report, Numbers) {
  const nn::Matrix& C = kConfusions;
  EXPECT_SHOWN("90", C(0, 0));
  EXPECT_SHOWN("6", C(0, 1));
  EXPECT_SHOWN("4", C(0, 2));
  EXPECT_SHOWN("2", C(1, 0));
  EXPECT_SHOWN("16", C(1, 1));
  EXPECT_SHOWN("2", C(1, 2));
  EXPECT_SHOWN("1", C(2, 0));
  EXPECT_SHOWN("8", C(2, 1));
  EXPECT_SHOWN("21", C(2, 2));
  const nn::Matrix labels = nn::sum_columns(C);
  EXPECT_SHOWN("100", labels(0, 0));
  EXPECT_SHOWN("20", labels(1, 0));
  EXPECT_SHOWN("30", labels(2, 0));
  const nn::Matrix answers = nn::sum_columns(nn::transpose(C));
  EXPECT_SHOWN("93", answers(0, 0));
  EXPECT_SHOWN("30", answers(1, 0));
  EXPECT_SHOWN("27", answers(2, 0));
  EXPECT_SHOWN("150", nn::sum(C));
  EXPECT_SHOWN("127", accuracy(C) * nn::sum(C));
  EXPECT_SHOWN("0.847", accuracy(C));
  EXPECT_SHOWN("0.667", labels(0, 0) / nn::sum(C));

  EXPECT_SHOWN("0.90", recall(C, 0));
  EXPECT_SHOWN("0.80", recall(C, 1));
  EXPECT_SHOWN("0.70", recall(C, 2));
  EXPECT_SHOWN("0.97", precision(C, 0));
  EXPECT_SHOWN("0.53", precision(C, 1));
  EXPECT_SHOWN("0.78", precision(C, 2));

  EXPECT_SHOWN("0.029", standard_error(accuracy(C), nn::sum(C)));
  EXPECT_SHOWN("0.79", accuracy(C) - 2 * standard_error(accuracy(C), nn::sum(C)));
  EXPECT_SHOWN("0.91", accuracy(C) + 2 * standard_error(accuracy(C), nn::sum(C)));
}

TEST(Report, EigenHasAllRecallsAtOnce) {
  Eigen::MatrixXd C(3, 3);
  C << 90, 6, 4, 2, 16, 2, 1, 8, 21;
  const Eigen::ArrayXd recalls = C.diagonal().array() / C.rowwise().sum().array();
  const Eigen::ArrayXd precisions = C.diagonal().array() / C.colwise().sum().transpose().array();
  for (Index k = 0; k < 3; ++k) {
    EXPECT_DOUBLE_EQ(recalls(k), recall(kConfusions, k));
    EXPECT_DOUBLE_EQ(precisions(k), precision(kConfusions, k));
  }
}

TEST(Report, NoiseOfAnAccuracy) {
  const double first = 0.977;
  const double second = 0.975;
  const double n = 10000;
  EXPECT_SHOWN("97.7", 100 * first);
  EXPECT_SHOWN("97.5", 100 * second);
  EXPECT_SHOWN("9770", first * n);
  EXPECT_SHOWN("9750", second * n);
  EXPECT_SHOWN("0.977", first);
  EXPECT_SHOWN("0.023", 1 - first);
  EXPECT_SHOWN("0.0015", standard_error(first, n));
  EXPECT_SHOWN("0.15", 100 * standard_error(first, n));
  EXPECT_SHOWN("97.4", 100 * (first - 2 * standard_error(first, n)));
  EXPECT_SHOWN("98.0", 100 * (first + 2 * standard_error(first, n)));
  const double of_difference = std::hypot(standard_error(first, n), standard_error(second, n));
  EXPECT_SHOWN("0.2", 100 * (first - second));
  EXPECT_SHOWN("0.22", 100 * of_difference);
  // On the same images only those count on which the two differ.
  const double only_first = 60;
  const double only_second = 40;
  EXPECT_SHOWN("60", only_first);
  EXPECT_SHOWN("40", only_second);
  EXPECT_SHOWN("20", (first - second) * n);
  EXPECT_SHOWN("20", only_first - only_second);
  EXPECT_SHOWN("10", std::sqrt(only_first + only_second));
}

TEST(Report, TheFormulaIsWhatSamplesShow) {
  nn::Rng rng(1);
  const int n = 400;
  const double p = 0.9;
  double sum = 0.0;
  double squares = 0.0;
  const int repeats = 2000;
  for (int r = 0; r < repeats; ++r) {
    int right = 0;
    for (int i = 0; i < n; ++i) right += rng.uniform() < p ? 1 : 0;
    const double share = static_cast<double>(right) / n;
    sum += share;
    squares += share * share;
  }
  const double mean = sum / repeats;
  const double deviation = std::sqrt(squares / repeats - mean * mean);
  EXPECT_NEAR(deviation, standard_error(p, n), 0.05 * standard_error(p, n));
}

TEST(Report, TheBestOfTenIsTooGood) {
  // The mean of the largest of ten normal numbers, by the trapezoidal rule.
  double mean = 0.0;
  const double step = 0.001;
  for (double z = -8.0; z < 8.0; z += step) {
    const double density = std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::acos(-1.0));
    const double below = 0.5 * std::erfc(-z / std::sqrt(2.0));
    mean += step * z * 10.0 * std::pow(below, 9) * density;
  }
  EXPECT_SHOWN("1.5", mean);
}

TEST(Report, LossOfASureMistake) {
  // Two classes: the answer has the probability 0.999, the gold class the rest.
  const double sure = 0.999;
  EXPECT_SHOWN("0.999", sure);
  EXPECT_SHOWN("0.001", 1 - sure);
  const double loss = tp1::nll({std::log(sure / (1 - sure)), 0}, 1);
  EXPECT_SHOWN("6.9", loss);
  const double usual = 0.05;
  const double images = 100;
  EXPECT_SHOWN("0.05", usual);
  EXPECT_SHOWN("0.12", ((images - 1) * usual + loss) / images);
}

TEST(Report, FirstLossOfTenClasses) { EXPECT_SHOWN("2.3", tp1::nll(nn::Vector::zeros(10), 3)); }

TEST(Report, PixelsThatAreAlwaysBlackStayWhereTheyWere) {
  const nn::Vector x = {0.0, 0.5};  // the first pixel is 0, as in the corners
  const nn::Matrix W = {{0.3, -0.2}, {0.1, 0.4}};
  const auto gradient = tp1::backward_affine_transform(W, {0, 0}, x, {1.5, -2.0});
  EXPECT_EQ(gradient.W(0, 0), 0.0);
  EXPECT_EQ(gradient.W(1, 0), 0.0);
  EXPECT_NE(gradient.W(0, 1), 0.0);
}

}  // namespace
