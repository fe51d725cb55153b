// Every number of chapter 1: a first try at softmax that looks right, beside the right answers.

#include <cmath>

#include "examples/shown.hpp"
#include "nn/matrix.hpp"
#include "tp1/softmax.hpp"

namespace {

//! [first_try]
nn::Vector first_try(const nn::Vector& logits) {
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) {
    // Between 0 and 1, and larger for a larger logit.
    p(i) = 1.0 / (1.0 + std::exp(-logits(i)));
  }
  return p;
}
//! [first_try]

TEST(Start, EqualLogitsLookRight) {
  const nn::Vector logits = {0.0, 0.0};
  EXPECT_SHOWN("0", logits(0));
  EXPECT_SHOWN("0.5", first_try(logits)(0));
  EXPECT_SHOWN("0.5", first_try(logits)(1));
  EXPECT_SHOWN("0.500", first_try(logits)(0));
  EXPECT_SHOWN("1.000", nn::sum(first_try(logits)));
  EXPECT_SHOWN("0.500", tp1::softmax(logits)(0));
  EXPECT_SHOWN("0.500", tp1::softmax(logits)(1));
}

TEST(Start, OneLogitIsTheSmallestInputThatShowsTheMistake) {
  const nn::Vector logits = {0.0};
  EXPECT_SHOWN("0.5", first_try(logits)(0));
  EXPECT_SHOWN("0.500", nn::sum(first_try(logits)));
  EXPECT_SHOWN("1.000", tp1::softmax(logits)(0));
  EXPECT_EQ(tp1::softmax(logits)(0), 1.0);
}

TEST(Start, UnlikeLogitsAreNoShares) {
  const nn::Vector logits = {0.0, 1.0};
  EXPECT_SHOWN("1", logits(1));
  const nn::Vector p = first_try(logits);
  EXPECT_SHOWN("0.500", p(0));
  EXPECT_SHOWN("0.731", p(1));
  EXPECT_SHOWN("1.231", nn::sum(p));
  EXPECT_SHOWN("0.269", tp1::softmax(logits)(0));
  EXPECT_SHOWN("0.731", tp1::softmax(logits)(1));
}

TEST(Start, OneMoreOnEveryLogitMustChangeNothing) {
  const nn::Vector logits = {1.0, 2.0};
  EXPECT_SHOWN("2", logits(1));
  const nn::Vector p = first_try(logits);
  EXPECT_SHOWN("0.731", p(0));
  EXPECT_SHOWN("0.881", p(1));
  EXPECT_SHOWN("1.612", nn::sum(p));
  EXPECT_SHOWN("0.269", tp1::softmax(logits)(0));
  EXPECT_SHOWN("0.731", tp1::softmax(logits)(1));
}

TEST(Start, ReorderedLogitsReorderTheFirstTryToo) {
  const nn::Vector forth = first_try({0.0, 1.0});
  const nn::Vector back = first_try({1.0, 0.0});
  EXPECT_EQ(forth(0), back(1));
  EXPECT_EQ(forth(1), back(0));
}

}  // namespace
