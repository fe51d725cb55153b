#include "check/failed_case.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <sstream>

namespace gradus::check {
namespace {

std::string text(const FailedCase& failed) {
  std::ostringstream out;
  write(out, failed);
  return out.str();
}

FailedCase read(const std::string& text) {
  std::istringstream in(text);
  return read_failed_case(in);
}

FailedCase awkward() {
  Array W(Shape{2, 3});
  W.values = {0.1,
              -0.0,
              std::numeric_limits<double>::denorm_min(),
              1e308,
              std::numeric_limits<double>::infinity(),
              -1.0 / 3.0};
  return {3, Case({{"W", W, 'o', 'i'}, {"a name of words", scalar(7.0), '1', '1', 'c', true}})};
}

TEST(FailedCase, ComesBackWithEveryBit) {
  const FailedCase back = read(text(awkward()));
  EXPECT_EQ(back.search, 3);
  ASSERT_EQ(back.input.arguments().size(), 2U);
  const FailedCase written = awkward();
  for (std::size_t i = 0; i < 2; ++i) {
    const Argument& was = written.input.arguments()[i];
    const Argument& is = back.input.arguments()[i];
    EXPECT_EQ(is.name, was.name);
    EXPECT_EQ(is.value, was.value);
    EXPECT_EQ(is.rows, was.rows);
    EXPECT_EQ(is.cols, was.cols);
    EXPECT_EQ(is.index_into, was.index_into);
    EXPECT_EQ(is.fixed, was.fixed);
  }
  EXPECT_TRUE(std::signbit(back.input["W"][1])) << "a zero keeps its sign";
}

TEST(FailedCase, DamagedTextIsRefused) {
  const std::string good = text(awkward());
  for (std::size_t length = 0; length + 1 < good.size(); length += 7) {
    EXPECT_THROW(static_cast<void>(read(good.substr(0, length))), std::runtime_error) << length;
  }
  const std::string head = good.substr(0, good.find('\n', good.find('\n') + 1) + 1);
  for (const char* argument :
       {"-1 1 1 1 1 0 x\n\n", "1 1 1 1 1 0\n1\n", "1 x\n1\n", "1048577 1 1 1 1 0 x\n1\n",
        "1048576 1048576 1 1 1 0 x\n1\n", "2 1 1 1 1 0 x\n1\n", "1 1 1 1 1 0 x\none\n"}) {
    EXPECT_THROW(static_cast<void>(read(head + argument + "end\n")), std::runtime_error)
        << argument;
  }
}

}  // namespace
}  // namespace gradus::check
