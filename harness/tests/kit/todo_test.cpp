#include "nn/todo.hpp"

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>

#include "nn/error.hpp"
#include "nn/matrix.hpp"

namespace {

// A stub as students get it: no return statement, and no word from the compiler about that or
// about the arguments.
nn::Vector stub(const nn::Matrix& W, const nn::Vector& x, double) { nn::todo("tp1.softmax", W, x); }

TEST(Todo, ThrowsTheNameOfTheExercise) {
  try {
    (void)stub(nn::Matrix(1, 1), nn::Vector(1), 0.0);
    FAIL() << "nothing was thrown";
  } catch (const nn::NotStarted& error) {
    EXPECT_EQ(error.slug(), "tp1.softmax");
    EXPECT_EQ(std::string(error.what()),
              "tp1.softmax is not written yet: replace its line nn::todo(...) by your code.");
  }
}

TEST(Todo, NeedsNoArguments) { EXPECT_THROW(nn::todo("tp2.tanh"), std::logic_error); }

TEST(Errors, AreOfTheStandardFamilies) {
  EXPECT_THROW(throw nn::ShapeError("shape"), std::invalid_argument);
  EXPECT_THROW(throw nn::IndexError("index"), std::out_of_range);
}

}  // namespace
