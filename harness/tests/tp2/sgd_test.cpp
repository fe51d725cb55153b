#include "tp2/sgd.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "numeric.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::message_of;
using testing::AllOf;
using testing::HasSubstr;

constexpr double kHuge = std::numeric_limits<double>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Parameter parameter(const std::string& name, const nn::Matrix& value) {
  Parameter p(name, value.rows(), value.cols());
  p.data() = value;
  return p;
}

std::string message_of_step(SGD& optimizer) {
  return message_of<std::runtime_error>([&] { optimizer.step(); });
}

TEST(Sgd, StepsAgainstEveryGradient) {
  const Parameter W = parameter("W", {{1.0, 2.0}});
  const Parameter b = parameter("b", {{3.0}});
  W.accumulate_gradient(nn::Matrix{{10.0, -20.0}});
  b.accumulate_gradient(nn::Matrix{{4.0}});
  SGD({W, b}, 0.5).step();
  EXPECT_EQ(W.data(), (nn::Matrix{{-4.0, 12.0}}));
  EXPECT_EQ(b.data(), (nn::Matrix{{1.0}}));
}

TEST(Sgd, AppliesAnOuterProductLikeItsMatrix) {
  nn::Rng rng(5);
  const nn::Matrix start = test::random_matrix(4, 6, rng);
  const nn::Matrix g = test::random_matrix(4, 3, rng);
  const nn::Matrix x = test::random_matrix(6, 3, rng);
  const Parameter lazy = parameter("lazy", start);
  const Parameter dense = parameter("dense", start);
  lazy.accumulate_gradient(2.0 * outer(g, x));
  dense.accumulate_gradient(2.0 * (g * transpose(x)));
  SGD({lazy, dense}, 0.3).step();
  EXPECT_LT(distance(lazy.data(), dense.data()), 1e-15);
  EXPECT_GT(distance(lazy.data(), start), 0.1);
}

TEST(Sgd, LeavesGradientsAsTheyAre) {
  const Parameter lazy = parameter("lazy", {{1.0, 1.0}});
  const Parameter dense = parameter("dense", {{1.0, 1.0}});
  lazy.accumulate_gradient(nn::outer(nn::Matrix{{2.0}}, nn::Matrix{{3.0}, {4.0}}));
  dense.accumulate_gradient(nn::Matrix{{6.0, 8.0}});
  SGD optimizer({lazy, dense}, 0.25);
  optimizer.step();
  optimizer.step();
  EXPECT_EQ(lazy.data(), (nn::Matrix{{-2.0, -3.0}}));
  EXPECT_EQ(dense.data(), (nn::Matrix{{-2.0, -3.0}}));
  EXPECT_EQ(lazy.gradient(), (nn::Matrix{{6.0, 8.0}}));
  EXPECT_EQ(dense.gradient(), (nn::Matrix{{6.0, 8.0}}));
}

TEST(Sgd, StandsStillAtALearningRateOfZero) {
  const Parameter W = parameter("W", {{1.0}});
  W.accumulate_gradient(nn::Matrix{{5.0}});
  SGD({W}, 0.0).step();
  EXPECT_EQ(W.data(), (nn::Matrix{{1.0}}));
}

TEST(Sgd, LeavesAParameterWithoutGradientAlone) {
  const Parameter W = parameter("W", {{1.0}});
  const Parameter unwritten("unused", 1, 1);
  W.accumulate_gradient(nn::Matrix{{1.0}});
  SGD({unwritten, W}, 1.0).step();
  EXPECT_EQ(W.data(), (nn::Matrix{{0.0}}));
  EXPECT_TRUE(std::isnan(unwritten.data()(0, 0)));
}

TEST(Sgd, ForgetsTheGradientsOfAllParameters) {
  const Parameter W = parameter("W", {{1.0}});
  const Parameter b = parameter("b", {{1.0}});
  W.accumulate_gradient(nn::outer(nn::Matrix{{1.0}}, nn::Matrix{{1.0}}));
  b.accumulate_gradient(nn::Matrix{{1.0}});
  SGD optimizer({W, b}, 1.0);
  optimizer.zero_grad();
  optimizer.zero_grad();
  optimizer.step();
  EXPECT_FALSE(W.has_gradient());
  EXPECT_FALSE(b.has_gradient());
  EXPECT_EQ(W.data(), (nn::Matrix{{1.0}}));
}

TEST(Sgd, RejectsALearningRateThatIsNone) {
  const Parameter W = parameter("W", {{1.0}});
  for (const double rate : {-0.1, kNaN, kInfinity}) {
    EXPECT_THAT(message_of<std::invalid_argument>([&] { SGD({W}, rate); }),
                HasSubstr("the learning rate is"));
  }
}

TEST(Sgd, RejectsListsThatCannotBeMeant) {
  const Parameter W = parameter("W", {{1.0}});
  EXPECT_THAT(message_of<std::invalid_argument>([] { SGD(std::vector<Parameter>(), 0.1); }),
              HasSubstr("no parameter"));
  EXPECT_THAT(message_of<std::invalid_argument>([&] {
                SGD({W, W.named("V")}, 0.1);
              }),
              HasSubstr("W and V are one and the same"));
}

TEST(Sgd, NamesAParameterThatWasNeverInitialised) {
  const Parameter W("W0", 2, 3);
  W.accumulate_gradient(nn::outer(nn::Matrix{{1.0}, {1.0}}, nn::Matrix{{0.0}, {0.0}, {1.0}}));
  SGD optimizer({W}, 0.1);
  EXPECT_THAT(message_of_step(optimizer),
              AllOf(HasSubstr("W0 is not finite before step 1: entry (0, 0) is nan"),
                    HasSubstr("never initialised")));
}

TEST(Sgd, NamesParameterStepAndCauseWhenDescentRunsAway) {
  const Parameter W = parameter("W0", {{1.0, 1.0}});
  SGD optimizer({W}, 0.01);
  for (int i = 1; i < 1204; ++i) {
    optimizer.zero_grad();
    W.accumulate_gradient(nn::outer(nn::Matrix{{0.1}}, nn::Matrix{{0.0}, {1.0}}));
    optimizer.step();
  }
  optimizer.zero_grad();
  W.accumulate_gradient(nn::outer(nn::Matrix{{kNaN}}, nn::Matrix{{0.0}, {1.0}}));
  EXPECT_THAT(message_of_step(optimizer),
              AllOf(HasSubstr("W0 is not finite after step 1,204: entry (0, 1) is nan"),
                    HasSubstr("the learning rate, 0.01")));
}

TEST(Sgd, SeesABadEntryOfADenseGradient) {
  for (const double bad : {kNaN, kInfinity, -kInfinity}) {
    const Parameter W = parameter("W", nn::Matrix::zeros(3, 3));
    nn::Matrix g = nn::Matrix::zeros(3, 3);
    g(2, 1) = bad;
    W.accumulate_gradient(g);
    SGD optimizer({W}, 0.1);
    EXPECT_THAT(message_of_step(optimizer), HasSubstr("W is not finite after step 1: entry (2, 1)"))
        << bad;
  }
}

TEST(Sgd, SeesAnOverflowOfFiniteNumbers) {
  const Parameter sum = parameter("sum", {{-0.75 * kHuge, 1.0}});
  sum.accumulate_gradient(nn::Matrix{{0.5 * kHuge, 0.0}});
  SGD adds({sum}, 1.0);
  EXPECT_THAT(message_of_step(adds), HasSubstr("sum is not finite after step 1"));

  const Parameter product = parameter("product", {{0.0}});
  product.accumulate_gradient(nn::outer(nn::Matrix{{1e200}}, nn::Matrix{{1e200}}));
  SGD multiplies({product}, 1.0);
  EXPECT_THAT(message_of_step(multiplies), HasSubstr("product is not finite after step 1"));

  for (const double scale : {1e300, -1e300}) {
    const Parameter scaled = parameter("scaled", {{0.0}});
    scaled.accumulate_gradient(scale * nn::outer(nn::Matrix{{1e100}}, nn::Matrix{{1.0}}));
    SGD scales({scaled}, 1.0);
    EXPECT_THAT(message_of_step(scales), HasSubstr("scaled is not finite after step 1"));
  }
}

TEST(Sgd, SeesAnOverflowThatComesInSmallSteps) {
  const Parameter W = parameter("W", {{0.0}});
  W.accumulate_gradient(nn::outer(nn::Matrix{{-0.3 * kHuge}}, nn::Matrix{{1.0}}));
  SGD optimizer({W}, 1.0);
  EXPECT_NO_THROW(optimizer.step());
  EXPECT_NO_THROW(optimizer.step());
  EXPECT_NO_THROW(optimizer.step());
  EXPECT_THAT(message_of_step(optimizer), HasSubstr("after step 4"));
}

TEST(Sgd, AcceptsHugeNumbersThatAreFinite) {
  const Parameter W = parameter("W", {{0.9 * kHuge, 0.0}});
  W.accumulate_gradient(nn::Matrix{{0.9 * kHuge, 0.9 * kHuge}});
  SGD optimizer({W}, 1.0);
  EXPECT_NO_THROW(optimizer.step());
  EXPECT_EQ(W.data(), (nn::Matrix{{0.0, -0.9 * kHuge}}));
}

TEST(Sgd, SeesWhatWasWrittenBetweenSteps) {
  Parameter W = parameter("W", {{1.0, 1.0}});
  W.accumulate_gradient(nn::outer(nn::Matrix{{1.0}}, nn::Matrix{{0.0}, {1.0}}));
  SGD optimizer({W}, 0.1);
  optimizer.step();
  W.data()(0, 0) = kNaN;
  EXPECT_THAT(message_of_step(optimizer), HasSubstr("W is not finite before step 2"));
}

}  // namespace
}  // namespace tp2
