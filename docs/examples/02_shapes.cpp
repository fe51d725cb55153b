// Every number of chapter 2, and the kit's side of its tables. What has a counterpart in numpy is
// computed once more in 02_shapes.py, which reads the numbers expected here.

#include <Eigen/Dense>
#include <cmath>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#include "examples/shown.hpp"
#include "nn/error.hpp"
#include "nn/matrix.hpp"

namespace {

/// The message of the error that a call ends with.
template <class Error = nn::ShapeError, class Call>
std::string message_of(Call call) {
  try {
    static_cast<void>(call());
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

template <class A, class B>
concept Multiplies = requires(const A& a, const B& b) {
  a* b;
};

TEST(Shapes, BroadcastingHidesAMistake) {
  const nn::Vector y = {1.0, 3.0};
  const nn::Vector t = {1.0, 3.0};
  EXPECT_SHOWN("1", y(0));
  EXPECT_SHOWN("3", y(1));
  // What numpy does with a column and a row: each with each.
  nn::Matrix difference(2, 2);
  for (nn::Index i = 0; i < 2; ++i) {
    for (nn::Index j = 0; j < 2; ++j) difference(i, j) = y(i) - t(j);
  }
  EXPECT_EQ(difference, (nn::Matrix{{0.0, -2.0}, {2.0, 0.0}}));
  EXPECT_SHOWN("2.0", nn::mean(nn::square(difference)));
  EXPECT_EQ(nn::mean(nn::square(y - t)), 0.0);
}

TEST(Shapes, ErrorsNameBothShapes) {
  //! [message]
  const nn::Matrix y = {{1.0}, {3.0}};  // 2 x 1
  const nn::Matrix t = {{1.0, 3.0}};    // 1 x 2
  EXPECT_EQ(message_of([&] { return y - t; }),
            "A - B: A is 2 x 1, B is 1 x 2; both must have the same shape.");
  //! [message]
  const nn::Matrix W(3, 4);
  EXPECT_EQ(message_of([&] { return W * nn::Vector(3); }),
            "W * x: W is 3 x 4, x has 3 entries; the columns of W must equal the entries of x.");
}

TEST(Shapes, TheCompilerRefusesVectorTimesVector) {
  static_assert(!Multiplies<nn::Vector, nn::Vector>);
  static_assert(!Multiplies<nn::Vector, nn::Matrix>);
  static_assert(Multiplies<nn::Matrix, nn::Vector>);
  static_assert(!std::is_invocable_v<std::minus<>, nn::Matrix, nn::Vector>);
}

TEST(Shapes, EntriesThatNobodyWroteAreNan) {
  //! [unwritten]
  nn::Vector v(3);
  v(0) = 1.0;
  v(2) = 3.0;  // nobody has written v(1)
  EXPECT_TRUE(std::isnan(v(1)));
  EXPECT_TRUE(std::isnan(nn::sum(v)));
  //! [unwritten]
  nn::Vector total(2);
  total += nn::Vector{1.0, 2.0};
  EXPECT_TRUE(std::isnan(total(0)));
}

TEST(Shapes, EntriesAreChecked) {
  const nn::Vector x = {5.0, 6.0};
  EXPECT_EQ(message_of<nn::IndexError>([&] { return x(2); }),
            "entry 2 of a vector: its 2 entries are numbered from 0 to 1.");
  EXPECT_THROW(static_cast<void>(x(-1)), nn::IndexError);
  EXPECT_EQ(nn::Vector{3}.size(), 1);
  EXPECT_EQ(nn::Vector(3).size(), 3);
}

TEST(Shapes, CopiesAreIndependent) {
  //! [copies]
  nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  nn::Matrix B = A;   // a matrix of its own
  nn::Matrix& C = A;  // another name for A
  A(0, 0) = 9.0;
  EXPECT_EQ(B(0, 0), 1.0);
  EXPECT_EQ(C(0, 0), 9.0);
  //! [copies]
}

TEST(Shapes, Numbers) {
  const nn::Matrix W = {{1.0, 2.0}, {3.0, 4.0}};
  const nn::Vector x = {5.0, 6.0};
  const nn::Vector u = {2.0, -1.0};
  EXPECT_SHOWN("1", W(0, 0));
  EXPECT_SHOWN("2", W(0, 1));
  EXPECT_SHOWN("3", W(1, 0));
  EXPECT_SHOWN("4", W(1, 1));
  EXPECT_SHOWN("5", x(0));
  EXPECT_SHOWN("6", x(1));
  EXPECT_SHOWN("2", u(0));
  EXPECT_SHOWN("-1", u(1));

  const nn::Vector y = W * x;
  EXPECT_SHOWN("17", y(0));
  EXPECT_SHOWN("39", y(1));

  const nn::Matrix P = W * W;
  EXPECT_SHOWN("7", P(0, 0));
  EXPECT_SHOWN("10", P(0, 1));
  EXPECT_SHOWN("15", P(1, 0));
  EXPECT_SHOWN("22", P(1, 1));
  const nn::Matrix H = nn::hadamard(W, W);
  EXPECT_SHOWN("1", H(0, 0));
  EXPECT_SHOWN("4", H(0, 1));
  EXPECT_SHOWN("9", H(1, 0));
  EXPECT_SHOWN("16", H(1, 1));

  const double d = nn::dot(u, x);
  EXPECT_SHOWN("4", d);
  const nn::Matrix O = nn::outer(u, x);
  EXPECT_SHOWN("10", O(0, 0));
  EXPECT_SHOWN("12", O(0, 1));
  EXPECT_SHOWN("-5", O(1, 0));
  EXPECT_SHOWN("-6", O(1, 1));

  const nn::Vector f = W * u;
  EXPECT_SHOWN("0", f(0));
  EXPECT_SHOWN("2", f(1));
  const nn::Vector t = nn::transposed_times(W, u);
  EXPECT_SHOWN("-1", t(0));
  EXPECT_SHOWN("0", t(1));

  const nn::Matrix X = {{5.0, 1.0}, {6.0, 0.0}};
  EXPECT_SHOWN("5", X(0, 0));
  EXPECT_SHOWN("1", X(0, 1));
  EXPECT_SHOWN("6", X(1, 0));
  EXPECT_SHOWN("0", X(1, 1));
  const nn::Matrix Y = W * X;
  EXPECT_SHOWN("17", Y(0, 0));
  EXPECT_SHOWN("1", Y(0, 1));
  EXPECT_SHOWN("39", Y(1, 0));
  EXPECT_SHOWN("3", Y(1, 1));
  EXPECT_EQ(nn::column(Y, 0), y);
  const nn::Matrix S = nn::sum_columns(Y);
  EXPECT_SHOWN("18", S(0, 0));
  EXPECT_SHOWN("42", S(1, 0));
}

TEST(Shapes, TableOfMaking) {
  nn::Vector u = {1.0, 2.0};
  nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  EXPECT_EQ(u(1), A(0, 1));
  EXPECT_TRUE(std::isnan(nn::Vector(3)(0)));
  EXPECT_TRUE(std::isnan(nn::Matrix(2, 3)(1, 2)));
  EXPECT_EQ(nn::Vector::zeros(3)(2), 0.0);
  EXPECT_EQ(nn::Matrix::zeros(2, 3)(1, 2), 0.0);
  nn::Matrix B = A;
  nn::Matrix& C = A;
  A(0, 0) = 5.0;
  EXPECT_EQ(B(0, 0), 1.0);
  EXPECT_EQ(C(0, 0), 5.0);
}

TEST(Shapes, TableOfReading) {
  const nn::Vector u = {1.0, 2.0};
  const nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  const nn::Matrix B = {{5.0, 6.0}, {7.0, 8.0}};
  EXPECT_EQ(u(0), 1.0);
  EXPECT_EQ(A(1, 0), 3.0);
  EXPECT_EQ(u.size(), 2);
  EXPECT_EQ(A.rows(), 2);
  EXPECT_EQ(A.cols(), 2);
  EXPECT_EQ(A.size(), 4);
  EXPECT_FALSE(A == B);
  std::vector<double> entries;
  for (const double entry : A) entries.push_back(entry);
  EXPECT_EQ(entries, (std::vector<double>{1.0, 3.0, 2.0, 4.0}));
  std::ostringstream out;
  std::streambuf* const screen = std::cout.rdbuf(out.rdbuf());
  std::cout << A;
  std::cout.rdbuf(screen);
  EXPECT_EQ(out.str(), "2 x 2\n  1  2\n  3  4");
}

TEST(Shapes, TableOfProducts) {
  const nn::Vector u = {1.0, 2.0};
  const nn::Vector v = {3.0, 4.0};
  const nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  const nn::Matrix B = {{5.0, 6.0}, {7.0, 8.0}};
  EXPECT_EQ(A * u, (nn::Vector{5.0, 11.0}));
  EXPECT_EQ(A * B, (nn::Matrix{{19.0, 22.0}, {43.0, 50.0}}));
  EXPECT_EQ(nn::hadamard(A, B), (nn::Matrix{{5.0, 12.0}, {21.0, 32.0}}));
  EXPECT_EQ(nn::hadamard(u, v), (nn::Vector{3.0, 8.0}));
  EXPECT_EQ(nn::dot(u, v), 11.0);
  EXPECT_EQ(nn::Matrix(nn::outer(u, v)), (nn::Matrix{{3.0, 4.0}, {6.0, 8.0}}));
  EXPECT_EQ(nn::Matrix(nn::outer(A, B)), A * nn::transpose(B));
  EXPECT_EQ(nn::transpose(A), (nn::Matrix{{1.0, 3.0}, {2.0, 4.0}}));
  EXPECT_EQ(nn::transposed_times(A, u), (nn::Vector{7.0, 10.0}));
  EXPECT_EQ(nn::transposed_times(A, B), nn::transpose(A) * B);
}

TEST(Shapes, TableOfEntries) {
  nn::Vector u = {1.0, 2.0};
  const nn::Vector v = {3.0, 4.0};
  nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  const nn::Matrix B = {{5.0, 6.0}, {7.0, 8.0}};
  EXPECT_EQ(u + v, (nn::Vector{4.0, 6.0}));
  EXPECT_EQ(A - B, (nn::Matrix{{-4.0, -4.0}, {-4.0, -4.0}}));
  EXPECT_EQ(-u, (nn::Vector{-1.0, -2.0}));
  EXPECT_EQ(u - 1.0, (nn::Vector{0.0, 1.0}));
  EXPECT_EQ(2.0 * A, A + A);
  EXPECT_EQ(1.0 / u, (nn::Vector{1.0, 0.5}));
  EXPECT_EQ(nn::exp(u)(1), std::exp(2.0));
  EXPECT_EQ(nn::log(u)(1), std::log(2.0));
  EXPECT_NEAR(nn::tanh(u)(1), std::tanh(2.0), 1e-15);
  EXPECT_EQ(nn::sqrt(A)(1, 1), 2.0);
  EXPECT_EQ(nn::square(A)(1, 1), 16.0);
  EXPECT_EQ(nn::abs(A)(1, 1), 4.0);
  EXPECT_EQ(nn::maximum(u, 1.5), (nn::Vector{1.5, 2.0}));
  u -= 1.0;
  EXPECT_EQ(nn::positive(u), (nn::Vector{0.0, 1.0}));
  u += 1.0;
  u += v;
  A += nn::outer(u, v);
  EXPECT_EQ(u, (nn::Vector{4.0, 6.0}));
  EXPECT_EQ(A, (nn::Matrix{{13.0, 18.0}, {21.0, 28.0}}));
}

TEST(Shapes, TableOfSumsAndColumns) {
  const nn::Vector u = {1.0, 2.0};
  const nn::Matrix A = {{1.0, 2.0}, {3.0, 4.0}};
  nn::Matrix B = {{5.0, 6.0}, {7.0, 8.0}};
  EXPECT_EQ(nn::sum(A), 10.0);
  EXPECT_EQ(nn::mean(A), 2.5);
  EXPECT_EQ(nn::max(A), 4.0);
  EXPECT_EQ(nn::min(A), 1.0);
  EXPECT_EQ(nn::argmax(u), 1);
  EXPECT_TRUE(nn::all_finite(A));
  EXPECT_EQ(nn::column(A, 1), (nn::Vector{2.0, 4.0}));
  nn::set_column(B, 1, u);
  EXPECT_EQ(B, (nn::Matrix{{5.0, 1.0}, {7.0, 2.0}}));
  EXPECT_EQ(nn::as_column(u), (nn::Matrix{{1.0}, {2.0}}));
  EXPECT_EQ(nn::add_column(A, u), (nn::Matrix{{2.0, 3.0}, {5.0, 6.0}}));
  EXPECT_EQ(nn::sum_columns(A), (nn::Matrix{{3.0}, {7.0}}));
}

TEST(Shapes, QuestionsAtTheEnd) {
  const nn::Matrix W = nn::Matrix::zeros(3, 4);
  const nn::Vector x = nn::Vector::zeros(4);
  const nn::Vector u = nn::Vector::zeros(3);
  EXPECT_EQ((W * x).size(), 3);
  EXPECT_THROW(static_cast<void>(W * u), nn::ShapeError);
  EXPECT_EQ(nn::transposed_times(W, u).size(), 4);
  EXPECT_EQ(nn::outer(u, x).rows(), 3);
  EXPECT_EQ(nn::outer(u, x).cols(), 4);
  const nn::Matrix weights = nn::Matrix::zeros(10, 784);
  const nn::Matrix images = nn::Matrix::zeros(784, 32);
  EXPECT_EQ((weights * images).rows(), 10);
  EXPECT_EQ((weights * images).cols(), 32);
}

TEST(Shapes, TheExerciseAsksForThreeEntries) {
  EXPECT_EQ(message_of([] { return nn::Vector{0.0} + nn::Vector::zeros(3); }),
            "a + b: a has 1 entry, b has 3 entries; both must have the same number of entries.");
}

TEST(Shapes, EigenSaysTheSame) {
  //! [eigen]
  const Eigen::Matrix2d W{{1.0, 2.0}, {3.0, 4.0}};
  const Eigen::Vector2d x{5.0, 6.0};
  const Eigen::Vector2d y = W * x;              // product of linear algebra
  const Eigen::Matrix2d H = W.cwiseProduct(W);  // entry by entry
  const Eigen::Vector2d s = W.rowwise().sum();  // the columns added up
  //! [eigen]
  EXPECT_SHOWN("17", y(0));
  EXPECT_SHOWN("39", y(1));
  EXPECT_SHOWN("16", H(1, 1));
  EXPECT_EQ(s(1), 7.0);
  static_assert(!Eigen::MatrixXd::IsRowMajor);
}

}  // namespace
