// What students naturally write inside namespace tp2 must compile and be right. A form that stops
// compiling shows here and not first on their screens.
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "numeric.hpp"
#include "tp2/activations.hpp"
#include "tp2/nll.hpp"
#include "tp2/parameter.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::leaf;

TEST(StudentForms, TanhMayBeALoopOverStdTanh) {
  const auto tanh_by_loop = [](const Tensor& x) {
    nn::Matrix y(x.data().rows(), x.data().cols());
    for (nn::Index i = 0; i < y.rows(); ++i) {
      for (nn::Index j = 0; j < y.cols(); ++j) y(i, j) = std::tanh(x.data()(i, j));
    }
    return Tensor(y);
  };
  const Tensor x(nn::Matrix{{0.5, -1.0}});
  EXPECT_LT(distance(tanh_by_loop(x).data(), tanh(x).data()), 1e-15);
}

TEST(StudentForms, TanhMayBeBroughtInByUsing) {
  using std::tanh;
  EXPECT_EQ(tanh(0.5), std::tanh(0.5));
}

TEST(StudentForms, TanhOfAMatrixIsTheKits) {
  const Tensor x(nn::Matrix{{0.5, -1.0}});
  EXPECT_EQ(tanh(x.data()), nn::tanh(x.data()));
}

TEST(StudentForms, GradientsAreHandedOnThroughConstCapturedHandles) {
  const Tensor W = leaf({{0.0, 0.0}});
  const Tensor b = leaf({{0.0}});
  const Tensor x = leaf({{1.0}, {2.0}});
  Tensor y(W.data() * x.data() + b.data());
  y.set_backward({W, b, x}, [W, b, x](const nn::Matrix& value, const nn::Matrix& g) {
    W.accumulate_gradient(nn::outer(g, x.data()));
    const auto gW = outer(g, x.data());
    W.accumulate_gradient(gW);
    W.accumulate_gradient(0.5 * gW);
    W.accumulate_gradient(g * transpose(x.data()));
    b.accumulate_gradient(g + 0.0 * value);
    x.accumulate_gradient(transpose(W.data()) * g);
  });
  y.backward();
  EXPECT_EQ(W.gradient(), (nn::Matrix{{3.5, 7.0}}));
  EXPECT_EQ(b.gradient(), (nn::Matrix{{1.0}}));
}

TEST(StudentForms, ANodesFunctionMayTakeItsMatricesByValueOrAsAuto) {
  const Tensor x = leaf({{1.0}});
  Tensor by_value(x.data());
  by_value.set_backward({x}, [x](nn::Matrix, nn::Matrix g) { x.accumulate_gradient(g); });
  by_value.backward();
  Tensor generic(x.data());
  generic.set_backward({x}, [x](const auto&, const auto& g) { x.accumulate_gradient(g); });
  generic.backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{2.0}}));
}

TEST(StudentForms, NllTakesOneLabelOrAList) {
  const Tensor one(nn::Matrix{{1.0}, {0.0}});
  const nn::Matrix expected = nll(one, nn::Index{1}).data();
  EXPECT_EQ(nll(one, 1).data(), expected);
  EXPECT_EQ(nll(one, std::vector<nn::Index>{1}).data(), expected);
  const nn::Index array[] = {1};
  EXPECT_EQ(nll(one, array).data(), expected);
}

TEST(StudentForms, ParametersMayBeFilledInSeveralWays) {
  Parameter W("W", 2, 2);
  const Tensor other_handle = W;
  W.data() = nn::Matrix::zeros(2, 2);
  EXPECT_EQ(other_handle.data(), nn::Matrix::zeros(2, 2));
  for (double& entry : W.data()) entry = 1.0;
  EXPECT_EQ(other_handle.data(), (nn::Matrix{{1.0, 1.0}, {1.0, 1.0}}));
  for (nn::Index i = 0; i < W.data().rows(); ++i) {
    for (nn::Index j = 0; j < W.data().cols(); ++j) W.data()(i, j) = 2.0;
  }
  EXPECT_EQ(other_handle.data(), (nn::Matrix{{2.0, 2.0}, {2.0, 2.0}}));
}

}  // namespace
}  // namespace tp2
