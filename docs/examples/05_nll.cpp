#include <cmath>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"
#include "tp2/nll.hpp"

namespace {

double cost(double p) { return -std::log(p); }

TEST(Nll, TwoModelsOfEqualAccuracy) {
  const nn::Vector a = {0.9, 0.8, 0.3};
  const nn::Vector b = {0.6, 0.6, 0.01};
  EXPECT_SHOWN("0.9", a(0));
  EXPECT_SHOWN("0.8", a(1));
  EXPECT_SHOWN("0.3", a(2));
  EXPECT_SHOWN("0.6", b(0));
  EXPECT_SHOWN("0.01", b(2));
  EXPECT_SHOWN("0.216", a(0) * a(1) * a(2));
  EXPECT_SHOWN("0.0036", b(0) * b(1) * b(2));
  EXPECT_SHOWN("0.511", nn::mean(-nn::log(a)));
  EXPECT_SHOWN("1.876", nn::mean(-nn::log(b)));
}

TEST(Nll, CostOfAProbability) {
  EXPECT_EQ(cost(1.0), 0.0);
  const double sure = 0.9;
  const double half = 0.5;
  const double tenth = 0.1;
  const double small = 0.001;
  EXPECT_SHOWN("0.9", sure);
  EXPECT_SHOWN("0.105", cost(sure));
  EXPECT_SHOWN("0.5", half);
  EXPECT_SHOWN("0.693", cost(half));
  EXPECT_SHOWN("0.1", tenth);
  EXPECT_SHOWN("2.303", cost(tenth));
  EXPECT_SHOWN("0.001", small);
  EXPECT_SHOWN("6.908", cost(small));
  // An untrained model.
  const nn::Vector equal = nn::Vector::zeros(10);
  EXPECT_SHOWN("2.3026", tp1::nll(equal, 3));
}

TEST(Nll, ProductsVanish) {
  //! [product]
  double likelihood = 1.0;
  double loss = 0.0;
  for (int sample = 0; sample < 400; ++sample) {
    likelihood *= 0.1;      // in the end 0
    loss -= std::log(0.1);  // in the end 921.03
  }
  //! [product]
  EXPECT_EQ(likelihood, 0.0);
  EXPECT_SHOWN("921.03", loss);
}

TEST(Nll, FromProbabilitiesAndFromLogits) {
  const auto through_softmax = [](const nn::Vector& x, nn::Index k) {
    return -std::log(tp1::softmax(x)(k));
  };
  EXPECT_SHOWN("2.1269", through_softmax({0.0, 2.0}, 0));
  EXPECT_SHOWN("2.1269", tp1::nll({0.0, 2.0}, 0));
  EXPECT_SHOWN("739.9974", through_softmax({0.0, 740.0}, 0));
  EXPECT_SHOWN("740", tp1::nll({0.0, 740.0}, 0));
  EXPECT_TRUE(std::isinf(through_softmax({0.0, 1000.0}, 0)));
  EXPECT_SHOWN("1000", tp1::nll({0.0, 1000.0}, 0));
  // A floor under the probability is a ceiling for the loss.
  const double floor = 1e-10;
  EXPECT_SHOWN("23.03", cost(floor));
  // Backwards: one factor is infinite, the other 0.
  const double p = tp1::softmax({0.0, 1000.0})(0);
  EXPECT_TRUE(std::isnan(-1.0 / p * p * (1.0 - p)));
  EXPECT_EQ(tp1::backward_nll({0.0, 1000.0}, 0, 1.0), (nn::Vector{-1.0, 1.0}));
}

TEST(Nll, WithNumbers) {
  const nn::Matrix X = {{3.0, 0.0}, {1.0, -1.0}};
  const std::vector<nn::Index> gold = {1, 0};
  EXPECT_SHOWN("3", X(0, 0));
  EXPECT_SHOWN("1", X(1, 0));
  EXPECT_SHOWN("0", X(0, 1));
  EXPECT_SHOWN("-1", X(1, 1));
  EXPECT_SHOWN("1", static_cast<double>(gold[0]));
  EXPECT_SHOWN("0", static_cast<double>(gold[1]));

  const nn::Vector left = nn::column(X, 0);
  const nn::Vector right = nn::column(X, 1);
  EXPECT_SHOWN("0.8808", tp1::softmax(left)(0));
  EXPECT_SHOWN("0.1192", tp1::softmax(left)(1));
  EXPECT_SHOWN("0.7311", tp1::softmax(right)(0));
  EXPECT_SHOWN("0.2689", tp1::softmax(right)(1));
  EXPECT_SHOWN("2.1269", tp1::nll(left, 1));
  EXPECT_SHOWN("0.3133", tp1::nll(right, 0));
  EXPECT_SHOWN("2", static_cast<double>(gold.size()));
  EXPECT_SHOWN("1.2201", (tp1::nll(left, 1) + tp1::nll(right, 0)) / 2.0);
  EXPECT_SHOWN("1.2201", tp2::nll(tp2::Tensor(X), gold).data()(0, 0));

  EXPECT_SHOWN("0.8808", tp1::backward_nll(left, 1, 1.0)(0));
  EXPECT_SHOWN("-0.8808", tp1::backward_nll(left, 1, 1.0)(1));
  EXPECT_SHOWN("-0.2689", tp1::backward_nll(right, 0, 1.0)(0));
  EXPECT_SHOWN("0.2689", tp1::backward_nll(right, 0, 1.0)(1));
  const double half = 0.5;
  EXPECT_SHOWN("0.5", half);
  EXPECT_SHOWN("0.4404", tp1::backward_nll(left, 1, half)(0));
  EXPECT_SHOWN("-0.4404", tp1::backward_nll(left, 1, half)(1));
  EXPECT_SHOWN("-0.1345", tp1::backward_nll(right, 0, half)(0));
  EXPECT_SHOWN("0.1345", tp1::backward_nll(right, 0, half)(1));
  const double other = -2.0;
  EXPECT_SHOWN("-2", other);
  EXPECT_SHOWN("-1.7616", tp1::backward_nll(left, 1, other)(0));
  EXPECT_SHOWN("1.7616", tp1::backward_nll(left, 1, other)(1));
  EXPECT_SHOWN("0.5379", tp1::backward_nll(right, 0, other)(0));
  EXPECT_SHOWN("-0.5379", tp1::backward_nll(right, 0, other)(1));

  // L = nll^2, so that g is twice the loss.
  const double g = 2.0 * tp1::nll(left, 1);
  EXPECT_SHOWN("4.2539", g);
  EXPECT_SHOWN("3.7468", tp1::backward_nll(left, 1, g)(0));
  EXPECT_SHOWN("-3.7468", tp1::backward_nll(left, 1, g)(1));
  const double h = 1e-6;
  const auto squared = [](double x0) { return std::pow(tp1::nll({x0, 1.0}, 1), 2); };
  EXPECT_SHOWN("3.7468", (squared(3.0 + h) - squared(3.0 - h)) / (2.0 * h));
}

TEST(Nll, Slope) {
  //! [slope]
  const nn::Vector x = {3.0, 1.0};
  const double g = -2.0;
  const double h = 1e-5;
  nn::Vector up = x;
  nn::Vector down = x;
  up(0) += h;
  down(0) -= h;
  const double slope = g * (tp1::nll(up, 1) - tp1::nll(down, 1)) / (2.0 * h);
  const double claimed = tp1::backward_nll(x, 1, g)(0);
  //! [slope]
  EXPECT_SHOWN("-1.76159415596", claimed);
  EXPECT_NEAR(slope, claimed, 1e-10);  // the last digits depend on how exp and log round
}

TEST(Nll, CrossEntropyIsLeastForTheTruth) {
  const nn::Vector q = {0.7, 0.2, 0.1};
  const double entropy = -nn::dot(q, nn::log(q));
  nn::Rng rng(5);
  for (int trial = 0; trial < 100; ++trial) {
    nn::Vector x(3);
    for (double& entry : x) entry = rng.uniform(-3.0, 3.0);
    EXPECT_GE(-nn::dot(q, nn::log(tp1::softmax(x))), entropy);
  }
}

TEST(Nll, LogarithmsOfProbabilitiesAreLogitsToo) {
  const nn::Vector logits = {3.0, 1.0};
  const nn::Vector log_p = nn::log(tp1::softmax(logits));
  EXPECT_NEAR(tp1::nll(log_p, 1), tp1::nll(logits, 1), 1e-14);
  EXPECT_GT(std::abs(-logits(1) - tp1::nll(logits, 1)), 1.0);  // what -x(k) makes of logits
}

TEST(Nll, SquaredErrorHardlyPulls) {
  // The slope of (1 - p)^2 with respect to the gold logit is -2 p (1 - p)^2.
  const double p = tp1::softmax({-6.0, 0.0})(0);
  EXPECT_SHOWN("-0.998", p - 1.0);
  EXPECT_SHOWN("-0.005", -2.0 * p * (1.0 - p) * (1.0 - p));
}

}  // namespace
