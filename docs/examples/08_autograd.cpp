#include <Eigen/Core>
#include <set>
#include <stdexcept>
#include <string>
#include <unsupported/Eigen/AutoDiff>
#include <utility>
#include <vector>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "tp2/deep_network.hpp"
#include "tp2/nll.hpp"
#include "tp2/node.hpp"
#include "tp2/tensor.hpp"

namespace {

using tp2::any_require_grad;
using tp2::Tensor;

//! [squared]
Tensor squared(const Tensor& x) {
  Tensor y(nn::square(x.data()));  // 1. the value
  if (any_require_grad({x})) {     // 2. only if somebody will ask
    y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) {
      // 3. g times the derivative
      x.accumulate_gradient(hadamard(g, 2.0 * x.data()));
    });
  }
  return y;
}
//! [squared]

/// The nodes whose functions have run, in this order.
std::vector<std::string>& turns() {
  static std::vector<std::string> names;
  return names;
}

/// a^2, which says when its turn comes.
Tensor noted_square(const Tensor& a) {
  Tensor y(nn::square(a.data()));
  if (any_require_grad({a})) {
    y.set_backward({a}, [a](const nn::Matrix&, const nn::Matrix& g) {
      turns().emplace_back("u");
      a.accumulate_gradient(hadamard(g, 2.0 * a.data()));
    });
  }
  return y;
}

Tensor scaled(double factor, const Tensor& a) {
  Tensor y(factor * a.data());
  if (any_require_grad({a})) {
    y.set_backward({a}, [a, factor](const nn::Matrix&, const nn::Matrix& g) {
      turns().emplace_back("v");
      a.accumulate_gradient(factor * g);
    });
  }
  return y;
}

Tensor add(const Tensor& u, const Tensor& v) {
  Tensor y(u.data() + v.data());
  if (any_require_grad({u, v})) {
    y.set_backward({u, v}, [u, v](const nn::Matrix&, const nn::Matrix& g) {
      turns().emplace_back("L");
      u.accumulate_gradient(g);
      v.accumulate_gradient(g);
    });
  }
  return y;
}

/// Entry by entry.
Tensor times(const Tensor& w, const Tensor& x) {
  Tensor y(hadamard(w.data(), x.data()));
  if (any_require_grad({w, x})) {
    y.set_backward({w, x}, [w, x](const nn::Matrix&, const nn::Matrix& g) {
      turns().emplace_back("a");
      w.accumulate_gradient(hadamard(g, x.data()));
      x.accumulate_gradient(hadamard(g, w.data()));
    });
  }
  return y;
}

double only(const nn::Matrix& m) {
  EXPECT_EQ(m.size(), 1);
  return m(0, 0);
}

double loss_for(double w, double x) {
  const double a = w * x;
  return a * a + 3.0 * a;
}

TEST(Autograd, FourAnswers) {
  const double w = 0.5;
  const double x = 4.0;
  const double a = w * x;
  EXPECT_SHOWN("0.5", w);
  EXPECT_SHOWN("4", x);
  EXPECT_SHOWN("2", a);
  EXPECT_SHOWN("10", loss_for(w, x));
  const double moved = 0.001;
  EXPECT_SHOWN("0.001", moved);
  EXPECT_SHOWN("10.028", loss_for(w + moved, x));

  const double from_square = 2.0 * a;
  const double from_multiple = 3.0;
  EXPECT_SHOWN("28", (from_square + from_multiple) * x);
  EXPECT_SHOWN("16", from_square * x);    // overwritten by the term of the square
  EXPECT_SHOWN("12", from_multiple * x);  // overwritten by the term of the multiple
  // a runs with the first term, and again with both.
  EXPECT_SHOWN("44", from_square * x + (from_square + from_multiple) * x);
  EXPECT_SHOWN("40", from_multiple * x + (from_square + from_multiple) * x);
}

TEST(Autograd, TheGraphAgrees) {
  //! [use]
  const Tensor w(nn::Matrix{{0.5}}, true);  // a leaf that wants a gradient
  const Tensor x(nn::Matrix{{4.0}});        // a constant
  const Tensor a = times(w, x);
  const Tensor loss = add(squared(a), scaled(3.0, a));
  loss.backward();
  const double slope = w.gradient()(0, 0);  // 28
  //! [use]
  EXPECT_SHOWN("28", slope);
  EXPECT_SHOWN("10", only(loss.data()));
  EXPECT_FALSE(x.has_gradient());
}

TEST(Autograd, NumbersByHand) {
  turns().clear();
  const Tensor w(nn::Matrix{{0.5}}, true);
  const Tensor x(nn::Matrix{{4.0}});
  const Tensor a = times(w, x);
  const Tensor u = noted_square(a);
  const Tensor v = scaled(3.0, a);
  const Tensor loss = add(u, v);
  EXPECT_SHOWN("0.5", only(w.data()));
  EXPECT_SHOWN("4", only(x.data()));
  EXPECT_SHOWN("2", only(a.data()));
  EXPECT_SHOWN("4", only(u.data()));
  EXPECT_SHOWN("6", only(v.data()));
  EXPECT_SHOWN("10", only(loss.data()));
  loss.backward();
  EXPECT_EQ(turns().front(), "L");  // u and v may swap
  EXPECT_EQ(turns().back(), "a");
  EXPECT_EQ(std::set(turns().begin(), turns().end()), (std::set<std::string>{"L", "u", "v", "a"}));
  EXPECT_EQ(turns().size(), 4U);
  EXPECT_SHOWN("1", only(loss.gradient()));
  EXPECT_SHOWN("1", only(v.gradient()));
  EXPECT_SHOWN("1", only(u.gradient()));
  EXPECT_SHOWN("7", only(a.gradient()));
  EXPECT_SHOWN("28", only(w.gradient()));
  EXPECT_SHOWN("4", 2.0 * only(a.data()) * only(u.gradient()));
  EXPECT_SHOWN("3", 3.0 * only(v.gradient()));

  // Going back once more, the leaf adds, and what was computed starts afresh.
  loss.backward();
  EXPECT_SHOWN("56", only(w.gradient()));
  EXPECT_SHOWN("7", only(a.gradient()));
}

TEST(Autograd, TwoByTwo) {
  const Tensor a(nn::Matrix{{2.0, -1.0}, {0.0, 3.0}}, true);
  const Tensor y = add(squared(a), scaled(3.0, a));
  const nn::Matrix g = {{1.0, 10.0}, {1.0, -1.0}};
  y.backward(g);
  EXPECT_SHOWN("2", a.data()(0, 0));
  EXPECT_SHOWN("-1", a.data()(0, 1));
  EXPECT_SHOWN("0", a.data()(1, 0));
  EXPECT_SHOWN("3", a.data()(1, 1));
  EXPECT_SHOWN("10", y.data()(0, 0));
  EXPECT_SHOWN("-2", y.data()(0, 1));
  EXPECT_SHOWN("0", y.data()(1, 0));
  EXPECT_SHOWN("18", y.data()(1, 1));
  EXPECT_SHOWN("1", g(0, 0));
  EXPECT_SHOWN("10", g(0, 1));
  EXPECT_SHOWN("-1", g(1, 1));
  EXPECT_SHOWN("7", a.gradient()(0, 0));
  EXPECT_SHOWN("10", a.gradient()(0, 1));
  EXPECT_SHOWN("3", a.gradient()(1, 0));
  EXPECT_SHOWN("-9", a.gradient()(1, 1));
  EXPECT_SHOWN("1", 2.0 * a.data()(0, 1) + 3.0);  // the slope beside the upstream gradient 10
}

TEST(Autograd, SquareOfSquare) {
  const Tensor x(nn::Matrix{{2.0}}, true);
  const Tensor y = squared(x);
  const Tensor z = squared(y);
  z.backward();
  EXPECT_SHOWN("2", only(x.data()));
  EXPECT_SHOWN("4", only(y.data()));
  EXPECT_SHOWN("16", only(z.data()));
  EXPECT_SHOWN("8", only(y.gradient()));
  EXPECT_SHOWN("32", only(x.gradient()));
}

TEST(Autograd, OnlyWhatIsAskedForHasAGraph) {
  const Tensor constant(nn::Matrix{{2.0}});
  const Tensor y = squared(constant);
  EXPECT_FALSE(y.requires_grad());
  EXPECT_TRUE(y.inputs().empty());
  EXPECT_THROW(y.backward(), std::logic_error);
}

TEST(Autograd, ANodeThatHoldsItselfIsNeverFreed) {
  const nn::Index before = Tensor::count_nodes();
  tp2::Node* leaked = nullptr;
  {
    const Tensor x(nn::Matrix{{2.0}}, true);
    Tensor y(nn::square(x.data()));
    y.set_backward({x}, [x, y](const nn::Matrix&, const nn::Matrix& g) {
      x.accumulate_gradient(hadamard(g, 2.0 * x.data() + 0.0 * y.data()));
    });
    leaked = &y.node();
  }
  EXPECT_EQ(Tensor::count_nodes(), before + 2);                         // y, and x with it
  const tp2::Links links = std::exchange(leaked->links, tp2::Links{});  // only given code can
}

TEST(Autograd, TheWholeGraphGoesWithTheLoss) {
  const Tensor w(nn::Matrix{{0.5}}, true);
  const nn::Index before = Tensor::count_nodes();
  {
    const Tensor loss = add(squared(w), scaled(3.0, w));
    EXPECT_EQ(Tensor::count_nodes(), before + 3);
  }
  EXPECT_EQ(Tensor::count_nodes(), before);
}

/// 784 inputs, 100 tanh units, 10 classes.
tp2::DeepNetwork mnist_network() {
  return tp2::DeepNetwork(784, 10, 100, 1, tp2::Activation::kTanh);
}

TEST(Autograd, CostOfGoingBack) {
  double parameters = 0.0;
  double products = 0.0;  // of the forward pass: one for each weight
  const tp2::DeepNetwork network = mnist_network();
  for (const tp2::Parameter& p : network.parameters()) {
    parameters += static_cast<double>(p.data().size());
    if (p.data().cols() > 1) products += static_cast<double>(p.data().size());
  }
  EXPECT_SHOWN("79510", parameters);
  EXPECT_SHOWN("79400", products);
  // One for each weight again, and W^T g for the output projection, whose input is no constant.
  EXPECT_SHOWN("80400", products + 10.0 * 100.0);
  EXPECT_SHOWN("6.3e9", parameters * products);
  EXPECT_SHOWN("6.3", parameters * products / 1e9);
}

TEST(Autograd, ShapesOfTheTable) {
  tp2::DeepNetwork network = mnist_network();
  nn::Rng rng(1);
  network.init_parameters(rng);
  nn::Matrix pixels = nn::Matrix::zeros(784, 3);
  for (double& pixel : pixels) pixel = rng.uniform(0.0, 1.0);
  const Tensor x(pixels);
  const Tensor logits = network.forward(x);
  EXPECT_EQ(logits.data().rows(), 10);
  EXPECT_EQ(logits.data().cols(), 3);
  const std::vector<nn::Index> gold = {3, 1, 4};
  const Tensor loss = tp2::nll(logits, gold);
  EXPECT_EQ(loss.data().size(), 1);
  loss.backward();
  for (const tp2::Parameter& p : network.parameters()) {
    EXPECT_EQ(p.gradient().rows(), p.data().rows());
    EXPECT_EQ(p.gradient().cols(), p.data().cols());
  }
  EXPECT_EQ(logits.gradient().cols(), 3);
  EXPECT_FALSE(x.has_gradient());
}

TEST(Autograd, ForwardModeOfEigenAgrees) {
  //! [eigen]
  // A number and its two derivatives.
  using Dual = Eigen::AutoDiffScalar<Eigen::Vector2d>;
  const Dual w(0.5, Eigen::Vector2d(1.0, 0.0));  // d/dw and d/dx of w
  const Dual x(4.0, Eigen::Vector2d(0.0, 1.0));  // d/dw and d/dx of x
  const Dual a = w * x;
  const Dual loss = a * a + 3.0 * a;  // loss.derivatives() is (28, 3.5)
  //! [eigen]
  EXPECT_SHOWN("28", loss.derivatives()(0));
  EXPECT_SHOWN("3.5", loss.derivatives()(1));

  const Tensor w_too(nn::Matrix{{0.5}}, true);
  const Tensor x_too(nn::Matrix{{4.0}}, true);
  const Tensor a_too = times(w_too, x_too);
  add(squared(a_too), scaled(3.0, a_too)).backward();
  EXPECT_SHOWN("3.5", only(x_too.gradient()));
}

}  // namespace
