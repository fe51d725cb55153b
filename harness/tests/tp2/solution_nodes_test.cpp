// The nodes that students write, here those of solutions/: tanh, affine_transform, nll.
#include <cmath>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

#include "nn/error.hpp"
#include "numeric.hpp"
#include "tp2/activations.hpp"
#include "tp2/affine.hpp"
#include "tp2/nll.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::inner;
using test::leaf;
using test::message_of;
using test::numeric_gradient;
using test::random_matrix;
using testing::HasSubstr;

TEST(Tanh, IsTheHyperbolicTangentEvenWhereExpOverflows) {
  const Tensor y = tanh(Tensor(nn::Matrix{{0.0, 0.5, -2.0}, {800.0, -1e308, 1e-9}}));
  const nn::Matrix expected = {{0.0, std::tanh(0.5), std::tanh(-2.0)}, {1.0, -1.0, 1e-9}};
  EXPECT_LT(distance(y.data(), expected), 1e-15);
}

TEST(Tanh, HasTheGradientOfItsValue) {
  nn::Rng rng(1);
  const nn::Matrix at = 2.0 * random_matrix(3, 2, rng);
  const nn::Matrix g = random_matrix(3, 2, rng);
  const Tensor x = leaf(at);
  tanh(x).backward(g);
  const auto loss = [&](const nn::Matrix& m) { return inner(g, tanh(Tensor(m)).data()); };
  EXPECT_LT(distance(x.gradient(), numeric_gradient(loss, at)), 1e-9);
}

TEST(Tanh, BuildsNoGraphOfConstants) {
  EXPECT_FALSE(tanh(Tensor(nn::Matrix{{1.0}})).requires_grad());
}

TEST(Tanh, DoesNotKeepItselfAlive) {
  const Tensor x = leaf({{1.0}});
  const nn::Index before = Tensor::count_nodes();
  tanh(x).backward();
  EXPECT_EQ(Tensor::count_nodes(), before);
}

/// Which of W, b and x require gradients.
struct Mask {
  bool W, b, x;
};

void check_affine_gradients(nn::Index n_columns, Mask mask) {
  nn::Rng rng(2);
  const nn::Matrix W0 = random_matrix(3, 4, rng);
  const nn::Matrix b0 = random_matrix(3, 1, rng);
  const nn::Matrix x0 = random_matrix(4, n_columns, rng);
  const nn::Matrix g = random_matrix(3, n_columns, rng);
  const Tensor W(W0, mask.W);
  const Tensor b(b0, mask.b);
  const Tensor x(x0, mask.x);
  affine_transform(W, b, x).backward(g);

  const auto loss = [&](const nn::Matrix& w, const nn::Matrix& c, const nn::Matrix& z) {
    return inner(g, affine_transform(Tensor(w), Tensor(c), Tensor(z)).data());
  };
  const auto check = [](const Tensor& t, bool wanted, const nn::Matrix& numeric) {
    EXPECT_EQ(t.has_gradient(), wanted);
    if (wanted) {
      EXPECT_LT(distance(t.gradient(), numeric), 1e-8);
    }
  };
  check(W, mask.W, numeric_gradient([&](const nn::Matrix& m) { return loss(m, b0, x0); }, W0));
  check(b, mask.b, numeric_gradient([&](const nn::Matrix& m) { return loss(W0, m, x0); }, b0));
  check(x, mask.x, numeric_gradient([&](const nn::Matrix& m) { return loss(W0, b0, m); }, x0));
}

TEST(Affine, HasTheGradientsThatAreAskedForInEveryBatch) {
  for (const nn::Index n_columns : {1, 2, 7}) {
    for (int bits = 1; bits < 8; ++bits) {
      SCOPED_TRACE(testing::Message() << n_columns << " columns, mask " << bits);
      check_affine_gradients(n_columns, {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0});
    }
  }
}

TEST(Affine, AddsTheBiasToEveryColumn) {
  const Tensor W(nn::Matrix{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}});
  const Tensor b(nn::Matrix{{0.5}, {1.5}, {2.5}});
  const Tensor x(nn::Matrix{{1.0, 0.0}, {-1.0, 2.0}});
  const Tensor y = affine_transform(W, b, x);
  EXPECT_EQ(y.data(), (nn::Matrix{{-0.5, 4.5}, {0.5, 9.5}, {1.5, 14.5}}));
  EXPECT_FALSE(y.requires_grad());
}

TEST(Affine, ComplainsOfShapesThatDoNotFit) {
  const Tensor W(nn::Matrix::zeros(3, 4));
  const Tensor b(nn::Matrix::zeros(3, 1));
  EXPECT_THROW(static_cast<void>(affine_transform(W, b, Tensor(nn::Matrix::zeros(3, 1)))),
               nn::ShapeError);
  EXPECT_THROW(static_cast<void>(affine_transform(W, Tensor(nn::Matrix::zeros(1, 3)),
                                                  Tensor(nn::Matrix::zeros(4, 1)))),
               nn::ShapeError);
}

TEST(Affine, UsedTwiceInARowAddsUpTheGradientsOfItsMatrix) {
  nn::Rng rng(4);
  const nn::Matrix W0 = random_matrix(3, 3, rng);
  const nn::Matrix b0 = random_matrix(3, 1, rng);
  const Tensor x(random_matrix(3, 2, rng));
  const nn::Matrix g = random_matrix(3, 2, rng);
  const auto twice = [&](const Tensor& W) {
    return affine_transform(W, Tensor(b0), affine_transform(W, Tensor(b0), x));
  };
  const Tensor W = leaf(W0);
  twice(W).backward(g);
  const auto loss = [&](const nn::Matrix& m) { return inner(g, twice(Tensor(m)).data()); };
  EXPECT_LT(distance(W.gradient(), numeric_gradient(loss, W0)), 1e-8);
}

TEST(Nll, IsTheMeanOverTheColumns) {
  const Tensor logits(nn::Matrix{{0.0, 2.0}, {0.0, -1.0}, {0.0, 0.5}});
  const std::vector<nn::Index> gold = {1, 0};
  const double second = std::log(std::exp(2.0) + std::exp(-1.0) + std::exp(0.5)) - 2.0;
  const Tensor loss = nll(logits, gold);
  EXPECT_LT(distance(loss.data(), {{(std::log(3.0) + second) / 2.0}}), 1e-15);
  EXPECT_FALSE(loss.requires_grad());
}

TEST(Nll, HasTheGradientOfItsValueInEveryBatch) {
  for (const nn::Index n_columns : {1, 2, 7}) {
    nn::Rng rng(5);
    const nn::Matrix at = 3.0 * random_matrix(4, n_columns, rng);
    std::vector<nn::Index> gold;
    for (nn::Index k = 0; k < n_columns; ++k) gold.push_back(k % 4);
    const Tensor logits = leaf(at);
    nll(logits, gold).backward(nn::Matrix{{-2.5}});
    const auto loss = [&](const nn::Matrix& m) { return -2.5 * nll(Tensor(m), gold).data()(0, 0); };
    EXPECT_LT(distance(logits.gradient(), numeric_gradient(loss, at)), 1e-8) << n_columns;
  }
}

TEST(Nll, SurvivesHugeLogits) {
  const Tensor logits = leaf({{1e4}, {0.0}, {-1e308}});
  const Tensor loss = nll(logits, 1);
  EXPECT_EQ(loss.data(), (nn::Matrix{{1e4}}));
  loss.backward();
  EXPECT_EQ(logits.gradient(), (nn::Matrix{{1.0}, {-1.0}, {0.0}}));
}

TEST(Nll, KeepsItsOwnCopyOfTheLabels) {
  const Tensor x = leaf({{0.0}, {0.0}});
  std::vector<Tensor> losses;
  for (nn::Index gold = 0; gold < 2; ++gold) losses.push_back(nll(x, gold));
  losses[0].backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{-0.5}, {0.5}}));
  losses[1].backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{0.0}, {0.0}}));
}

TEST(Nll, OfOneLabelComplainsOfABatch) {
  const Tensor logits(nn::Matrix::zeros(3, 2));
  EXPECT_THAT(message_of<nn::ShapeError>([&] { static_cast<void>(nll(logits, 0)); }),
              HasSubstr("logits has 2 columns, but one label"));
}

}  // namespace
}  // namespace tp2
