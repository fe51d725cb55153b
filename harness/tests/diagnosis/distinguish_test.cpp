#include "diagnosis/distinguish.hpp"

#include <cmath>
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>

#include "protocol/random.hpp"

namespace gradus::diagnosis {
namespace {

using protocol::Operation;
using protocol::Reply;
using protocol::Status;
using testing::HasSubstr;

/// W, b, x, g of backward_affine in several sizes, with right and wrong answers.
class Distinguish : public testing::Test {
 protected:
  Distinguish() {
    Random random(4);
    const auto reals = [&random](Index rows, Index cols) {
      Array a({rows, cols});
      for (double& x : a.values) x = random.normal();
      return a;
    };
    for (Index k = 0; k < 36; ++k) {
      const Index out = 2 + k % 4;
      const Index in = 3 + k % 3;
      const Array x = reals(in, 1);
      const Array g = reals(out, 1);
      Array gW({out, in});
      for (Index i = 0; i < out; ++i) {
        for (Index j = 0; j < in; ++j) gW(i, j) = g[i] * x[j];
      }
      questions_.push_back(
          {{Operation::kTp1BackwardAffine, {reals(out, in), reals(out, 1), x, g}, {}}, {}});
      right_.push_back({Reply{Status::kValue, {gW, g}, {}}, {}, {}});
    }
  }

  /// What is said if the right answers to these questions are changed like this.
  std::string said(const std::function<void(std::vector<Array>& results,
                                            const std::vector<Array>& in)>& change) {
    std::vector<Outcome> student = right_;
    for (std::size_t i = 0; i < student.size(); ++i) {
      change(student[i].reply->arrays, questions_[i].request.arrays);
    }
    return distinguish(questions_, student, right_);
  }

  std::vector<Question> questions_;
  std::vector<Outcome> right_;
};

void scale(Array& a, double factor) {
  for (double& x : a.values) x *= factor;
}

TEST_F(Distinguish, NothingIsSaidOfRightAnswers) {
  EXPECT_EQ(said([](auto&, auto&) {}), "");
}

TEST_F(Distinguish, NothingIsSaidOfFourWrongAnswers) {
  int count = 0;
  EXPECT_EQ(said([&](auto& r, auto&) { scale(r[0], count++ < 4 ? 2.0 : 1.0); }), "");
}

TEST_F(Distinguish, AConstantFactor) {
  EXPECT_THAT(said([](auto& r, auto&) { scale(r[0], 2.5); }),
              HasSubstr("gW is 2.5 times the right one"));
}

TEST_F(Distinguish, TheOppositeSign) {
  EXPECT_THAT(said([](auto& r, auto&) { scale(r[1], -1.0); }), HasSubstr("gb has the right size"));
}

TEST_F(Distinguish, Zero) {
  EXPECT_THAT(said([](auto& r, auto&) { scale(r[1], 0.0); }), HasSubstr("gb is zero"));
}

TEST_F(Distinguish, AFactorThatIsASize) {
  EXPECT_THAT(said([](auto& r, auto& in) { scale(r[0], 1.0 / static_cast<double>(in[2].rows())); }),
              HasSubstr("divided by the number of columns of W"));
}

TEST_F(Distinguish, AFactorOfItsOwnEachTime) {
  double factor = 1.5;
  EXPECT_THAT(said([&](auto& r, auto&) { scale(r[0], factor += 0.37); }),
              HasSubstr("right direction and a wrong size"));
}

TEST_F(Distinguish, Transposed) {
  EXPECT_THAT(said([](auto& r, auto&) {
                Array t({r[0].cols(), r[0].rows()});
                for (Index i = 0; i < t.rows(); ++i) {
                  for (Index j = 0; j < t.cols(); ++j) t(i, j) = r[0](j, i);
                }
                r[0] = t;
              }),
              HasSubstr("gW is transposed"));
}

TEST_F(Distinguish, OffByAConstant) {
  EXPECT_THAT(said([](auto& r, auto&) {
                for (double& x : r[0].values) x += 0.25;
              }),
              HasSubstr("Every entry of gW is off by 0.25"));
}

TEST_F(Distinguish, OffByAnInput) {
  EXPECT_THAT(said([](auto& r, auto& in) {
                for (Index i = 0; i < r[0].size(); ++i) r[0][i] += in[0][i];
              }),
              HasSubstr("gW is the right one plus W"));
}

TEST_F(Distinguish, SinglePrecision) {
  EXPECT_THAT(said([](auto& r, auto&) {
                for (double& x : r[0].values) x = static_cast<double>(static_cast<float>(x));
              }),
              HasSubstr("single precision"));
}

TEST_F(Distinguish, OneEntry) {
  EXPECT_THAT(said([](auto& r, auto&) { r[0][0] += 1.0; }),
              HasSubstr("Only the first entry of gW"));
}

TEST_F(Distinguish, OneSize) {
  const std::string text = said([](auto& r, auto& in) {
    if (in[0].rows() != in[0].cols()) {
      for (double& x : r[0].values) x = std::sin(x) + 0.1 * x * x;
    }
  });
  EXPECT_EQ(text, "It is wrong whenever W is not square, and only then.");
}

TEST_F(Distinguish, Nan) {
  EXPECT_THAT(said([](auto& r, auto&) { r[0][1] = std::numeric_limits<double>::quiet_NaN(); }),
              HasSubstr("There is NaN in every wrong answer"));
}

TEST_F(Distinguish, Exceptions) {
  std::vector<Outcome> student = right_;
  for (Outcome& o : student) o.reply = Reply{Status::kException, {}, "index 3 is out of range"};
  EXPECT_THAT(distinguish(questions_, student, right_), HasSubstr("throws an exception"));
}

TEST_F(Distinguish, NothingInCommonNothingSaid) {
  Random random(9);
  EXPECT_EQ(said([&](auto& r, auto&) {
              for (double& x : r[0].values) x = random.normal();
            }),
            "");
}

}  // namespace
}  // namespace gradus::diagnosis
