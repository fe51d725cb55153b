#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <pthread.h>
#include <stdexcept>
#include <vector>

#include "nn/error.hpp"
#include "numeric.hpp"
#include "tp2/activations.hpp"
#include "tp2/tensor.hpp"

namespace tp2 {
namespace {

using test::distance;
using test::inner;
using test::leaf;
using test::message_of;
using test::numeric_gradient;
using test::random_matrix;
using testing::AllOf;
using testing::HasSubstr;

/// a + b.
Tensor add(const Tensor& a, const Tensor& b) {
  Tensor y(a.data() + b.data());
  if (any_require_grad({a, b})) {
    y.set_backward({a, b}, [a, b](const nn::Matrix&, const nn::Matrix& g) {
      a.accumulate_gradient(g);
      b.accumulate_gradient(g);
    });
  }
  return y;
}

/// a b, entry by entry.
Tensor times(const Tensor& a, const Tensor& b) {
  Tensor y(hadamard(a.data(), b.data()));
  if (any_require_grad({a, b})) {
    y.set_backward({a, b}, [a, b](const nn::Matrix&, const nn::Matrix& g) {
      a.accumulate_gradient(hadamard(g, b.data()));
      b.accumulate_gradient(hadamard(g, a.data()));
    });
  }
  return y;
}

/// W x, a product of matrices.
Tensor product(const Tensor& W, const Tensor& x) {
  Tensor y(W.data() * x.data());
  if (any_require_grad({W, x})) {
    y.set_backward({W, x}, [W, x](const nn::Matrix&, const nn::Matrix& g) {
      W.accumulate_gradient(outer(g, x.data()));
      x.accumulate_gradient(transposed_times(W.data(), g));
    });
  }
  return y;
}

/// The gradient of <g, f(x)> by backward().
nn::Matrix gradient_of(const std::function<Tensor(const Tensor&)>& f, const nn::Matrix& at,
                       const nn::Matrix& g) {
  const Tensor x = leaf(at);
  f(x).backward(g);
  return x.gradient();
}

/// The distance between backward() and central differences, for a random upstream gradient.
double gradient_error(const std::function<Tensor(const Tensor&)>& f, const nn::Matrix& at) {
  nn::Rng rng(7);
  const nn::Matrix value = f(Tensor(at)).data();
  const nn::Matrix g = random_matrix(value.rows(), value.cols(), rng);
  const auto loss = [&](const nn::Matrix& x) { return inner(g, f(Tensor(x)).data()); };
  return distance(gradient_of(f, at, g), numeric_gradient(loss, at));
}

/// Runs `action` on a stack of 256 KiB: on the usual one, a recursion whose calls take little comes
/// through by luck.
void on_small_stack(std::function<void()> action) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 256 * 1024);
  const auto run = [](void* function) -> void* {
    (*static_cast<std::function<void()>*>(function))();
    return nullptr;
  };
  pthread_t thread{};
  ASSERT_EQ(pthread_create(&thread, &attributes, run, &action), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

TEST(Relu, IsTheLargerOfEntryAndZero) {
  const Tensor y = relu(Tensor(nn::Matrix{{-2.0, 0.0}, {3.0, -0.5}}));
  EXPECT_EQ(y.data(), (nn::Matrix{{0.0, 0.0}, {3.0, 0.0}}));
}

TEST(Relu, PassesTheGradientWhereItsInputIsPositive) {
  const nn::Matrix g = {{5.0, 6.0}, {-7.0, 8.0}};
  EXPECT_EQ(gradient_of(relu, {{-2.0, 0.0}, {3.0, 0.5}}, g), (nn::Matrix{{0.0, 0.0}, {-7.0, 8.0}}));
}

TEST(Relu, BuildsNoGraphOfConstants) {
  const Tensor y = relu(Tensor(nn::Matrix{{1.0}}));
  EXPECT_FALSE(y.requires_grad());
  EXPECT_TRUE(y.inputs().empty());
}

TEST(Backward, AddsToALeafDirectly) {
  const Tensor x = leaf({{1.0, 2.0}});
  x.backward(nn::Matrix{{3.0, 4.0}});
  x.backward(nn::Matrix{{3.0, 4.0}});
  EXPECT_EQ(x.gradient(), (nn::Matrix{{6.0, 8.0}}));
}

TEST(Backward, TakesOneForTheGradientOfALoss) {
  const Tensor x = leaf({{3.0}});
  times(x, x).backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{6.0}}));
}

TEST(Backward, AddsUpTheTwoPathsOfADiamond) {
  const auto diamond = [](const Tensor& x) { return times(relu(x), add(x, x)); };
  EXPECT_LT(gradient_error(diamond, {{0.5, 2.0}, {1.5, -1.0}}), 1e-8);
}

TEST(Backward, CountsALeafThatIsUsedTwiceInOneNode) {
  EXPECT_EQ(gradient_of([](const Tensor& x) { return add(x, x); }, {{1.0}}, {{5.0}}),
            (nn::Matrix{{10.0}}));
}

TEST(Backward, GoesOnceThroughASharedInnerNode) {
  int calls = 0;
  const auto counted = [&calls](const Tensor& x) {
    Tensor y(x.data());
    y.set_backward({x}, [x, &calls](const nn::Matrix&, const nn::Matrix& g) {
      ++calls;
      x.accumulate_gradient(g);
    });
    return y;
  };
  const Tensor x = leaf({{1.0}});
  const Tensor shared = counted(x);
  add(add(shared, shared), times(shared, shared)).backward();
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(x.gradient(), (nn::Matrix{{4.0}}));
}

TEST(Backward, GoesOnceThroughEachOfTwelveStackedDiamonds) {
  Tensor y = leaf({{1.0}});
  const Tensor x = y;
  for (int i = 0; i < 12; ++i) y = add(y, relu(y));
  y.backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{4096.0}}));
}

TEST(Backward, WaitsForTheLongPathBeforeAnInputOfBoth) {
  // The short path reaches `shared` long before the other one does.
  const auto f = [](const Tensor& x) {
    const Tensor shared = times(x, x);
    Tensor around = shared;
    for (int i = 0; i < 5; ++i) around = times(around, shared);
    return add(shared, around);
  };
  EXPECT_LT(gradient_error(f, {{0.7, -1.1}}), 1e-7);
}

TEST(Backward, AddsUpTheUsesOfAReusedMatrix) {
  nn::Rng rng(3);
  const nn::Matrix start = random_matrix(3, 4, rng);
  const auto twice = [&start](const Tensor& W) { return product(W, product(W, Tensor(start))); };
  EXPECT_LT(gradient_error(twice, random_matrix(3, 3, rng)), 1e-8);
}

TEST(Backward, LeavesConstantsAlone) {
  const Tensor x = leaf({{2.0}});
  const Tensor c(nn::Matrix{{3.0}});
  times(x, c).backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{3.0}}));
  EXPECT_FALSE(c.has_gradient());
}

TEST(Backward, SkipsWhatReceivedNoGradient) {
  const Tensor x = leaf({{2.0}});
  const Tensor stopped = relu(x);
  Tensor y(nn::Matrix{{1.0}});
  y.set_backward({stopped}, [](const nn::Matrix&, const nn::Matrix&) {});
  y.backward();
  EXPECT_FALSE(x.has_gradient());
}

TEST(Backward, RunTwiceDoublesTheLeavesOnly) {
  const Tensor x = leaf({{2.0}});
  const Tensor hidden = times(x, x);
  const Tensor y = times(hidden, hidden);
  y.backward();
  const nn::Matrix once = x.gradient();
  const nn::Matrix inner_once = hidden.gradient();
  y.backward();
  EXPECT_EQ(x.gradient(), 2.0 * once);
  EXPECT_EQ(hidden.gradient(), inner_once);
  x.zero_grad();
  y.backward();
  EXPECT_EQ(x.gradient(), once);
}

TEST(Backward, OfTwoLossesAddsUpThroughASharedInnerNode) {
  const Tensor x = leaf({{2.0}});
  const Tensor hidden = times(x, x);
  add(hidden, hidden).backward();
  relu(hidden).backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{12.0}}));
}

TEST(Backward, WorksInReverseOrderOfTwoGraphs) {
  const Tensor W = leaf({{3.0}});
  const Tensor x1 = leaf({{5.0}});
  const Tensor x2 = leaf({{7.0}});
  const Tensor first = times(W, x1);
  const Tensor second = times(W, x2);
  second.backward(nn::Matrix{{10.0}});
  first.backward(nn::Matrix{{1.0}});
  EXPECT_EQ(W.gradient(), (nn::Matrix{{75.0}}));
  EXPECT_EQ(x1.gradient(), (nn::Matrix{{3.0}}));
  EXPECT_EQ(x2.gradient(), (nn::Matrix{{30.0}}));
}

TEST(Backward, OutlivesTheHandlesOfItsInputs) {
  const Tensor x = leaf({{2.0}});
  std::optional<Tensor> hidden = times(x, x);
  const Tensor y = times(*hidden, *hidden);
  hidden.reset();
  y.backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{32.0}}));
}

TEST(Backward, ChangesNoValue) {
  const Tensor x = leaf({{2.0, -1.0}});
  const Tensor y = relu(x);
  y.backward(nn::Matrix{{1.0, 1.0}});
  EXPECT_EQ(x.data(), (nn::Matrix{{2.0, -1.0}}));
  EXPECT_EQ(y.data(), (nn::Matrix{{2.0, 0.0}}));
}

TEST(Backward, NeedsAnUpstreamGradientUnlessItIsALoss) {
  const Tensor x = leaf(nn::Matrix::zeros(2, 1));
  EXPECT_THAT(message_of<nn::ShapeError>([&] { relu(x).backward(); }),
              AllOf(HasSubstr("y is 2 x 1"), HasSubstr("only a loss")));
  EXPECT_THAT(message_of<nn::ShapeError>([&] { relu(x).backward(nn::Matrix(1, 2)); }),
              AllOf(HasSubstr("y is 2 x 1"), HasSubstr("g is 1 x 2")));
  EXPECT_FALSE(x.has_gradient());
}

TEST(Backward, ComplainsOfAGraphOfConstants) {
  EXPECT_THAT(message_of<std::logic_error>([] { relu(Tensor(nn::Matrix{{1.0}})).backward(); }),
              HasSubstr("requires no gradient"));
}

TEST(Backward, ComplainsWhenANodeCallsItInsteadOfAccumulating) {
  const Tensor x = leaf({{1.0}});
  Tensor y(nn::Matrix{{1.0}});
  y.set_backward({x}, [x](const nn::Matrix&, const nn::Matrix& g) { x.backward(g); });
  EXPECT_THAT(message_of<std::logic_error>([&] { y.backward(); }),
              HasSubstr("x.accumulate_gradient(...)"));
  EXPECT_NO_THROW(relu(x).backward()) << "after an error, the next run begins afresh";
}

TEST(Backward, ComplainsOfAGradientForATensorThatIsNoInput) {
  const Tensor x = leaf({{1.0}});
  const Tensor forgotten = relu(x);
  Tensor y(nn::Matrix{{1.0}});
  y.set_backward({x}, [forgotten](const nn::Matrix&, const nn::Matrix& g) {
    forgotten.accumulate_gradient(g);
  });
  EXPECT_THAT(message_of<std::logic_error>([&] { y.backward(); }), HasSubstr("set_backward({W"));
}

TEST(Backward, ComplainsOfAGradientThatComesTooLate) {
  const Tensor x = leaf({{1.0}});
  const Tensor early = relu(x);
  const Tensor start = relu(x);
  // `late` uses `early` without saying so, and is reached after it.
  Tensor late(nn::Matrix{{1.0}});
  late.set_backward(
      {start}, [early](const nn::Matrix&, const nn::Matrix& g) { early.accumulate_gradient(g); });
  EXPECT_THAT(message_of<std::logic_error>([&] {
                add(early, late).backward();
                add(late, early).backward();
              }),
              HasSubstr("not among the inputs"));
}

TEST(Backward, GoesThroughAChainOfAHundredThousandNodes) {
  const nn::Index before = Tensor::count_nodes();
  on_small_stack([] {
    const Tensor x = leaf({{1.0}});
    Tensor y = x;
    for (int i = 0; i < 100'000; ++i) y = relu(y);
    y.backward();
    EXPECT_EQ(x.gradient(), (nn::Matrix{{1.0}}));
  });
  EXPECT_EQ(Tensor::count_nodes(), before);
}

TEST(Teardown, OfAChainHeldByFunctionsAloneIsNotRecursiveEither) {
  const nn::Index before = Tensor::count_nodes();
  on_small_stack([] {
    const Tensor x = leaf({{1.0}});
    Tensor y = x;
    for (int i = 0; i < 100'000; ++i) {
      Tensor next(nn::Matrix{{1.0}});
      next.set_backward({x}, [y](const nn::Matrix&, const nn::Matrix&) {});
      y = next;
    }
  });
  EXPECT_EQ(Tensor::count_nodes(), before);
}

TEST(Teardown, KeepsWhatIsStillInUse) {
  const Tensor x = leaf({{2.0}});
  const Tensor kept = times(x, x);
  { const Tensor dropped = relu(relu(kept)); }
  kept.backward();
  EXPECT_EQ(x.gradient(), (nn::Matrix{{4.0}}));
}

TEST(Teardown, LeavesNoNodeBehindAfterManySteps) {
  const Tensor W = leaf({{0.5, 0.1}, {0.2, 0.3}});
  const nn::Index before = Tensor::count_nodes();
  for (int i = 0; i < 1000; ++i) {
    W.zero_grad();
    product(W, relu(product(W, Tensor(nn::Matrix{{1.0}, {2.0}})))).backward({{1.0}, {1.0}});
  }
  EXPECT_EQ(Tensor::count_nodes(), before);
}

}  // namespace
}  // namespace tp2
