#include "training/pictures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/training/samples.hpp"
#include "web/base64.hpp"

namespace gradus::training {
namespace {

using testing::StartsWith;

std::string encoded(std::string_view text) {
  return web::base64({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

TEST(Base64, IsThatOfTheStandard) {
  EXPECT_EQ(encoded(""), "");
  EXPECT_EQ(encoded("f"), "Zg==");
  EXPECT_EQ(encoded("fo"), "Zm8=");
  EXPECT_EQ(encoded("foo"), "Zm9v");
  EXPECT_EQ(encoded("foob"), "Zm9vYg==");
  EXPECT_EQ(encoded("fooba"), "Zm9vYmE=");
  EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
  EXPECT_EQ(encoded("\xff\xfe\xfd"), "//79");
}

TEST(Png, IsAPictureOfItsSize) {
  const std::vector<std::uint8_t> grey(12, 7);
  EXPECT_THAT(png_uri(grey, 4, 3, 1), StartsWith("data:image/png;base64,iVBORw0KGgo"));
  EXPECT_THROW(static_cast<void>(png_uri(grey, 4, 4, 1)), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(png_uri(grey, -4, -3, 1)), std::invalid_argument);
}

TEST(Scale, IsNotRuledByAnOutlier) {
  std::vector<double> weights(1000, 0.5);
  weights[3] = -100.0;
  EXPECT_EQ(scale_of(weights), 0.5);
}

TEST(Scale, OfFewWeightsThatAreNotZeroIsTheLargest) {
  std::vector<double> weights(1000, 0.0);
  weights[3] = -2.0;
  EXPECT_EQ(scale_of(weights), 2.0);
}

TEST(Scale, LeavesOutWhatIsNoNumber) {
  EXPECT_EQ(scale_of(std::vector<double>{kNan, kInfinite, -1.0, 1.0}), 1.0);
  EXPECT_EQ(scale_of(std::vector<double>{kNan}), 0.0);
  EXPECT_EQ(scale_of({}), 0.0);
}

TEST(Weights, OfOppositeSignsLookDifferent) {
  const auto picture = [](double w) { return weights_uri(Array({1, 4}, w), 0, 1.0, 2); };
  EXPECT_NE(picture(0.5), picture(-0.5));
  EXPECT_NE(picture(0.5), picture(0.0));
  EXPECT_EQ(picture(1.0), picture(1e300)) << "what is beyond the scale has its last colour";
  EXPECT_NE(picture(kNan), picture(0.0));
}

TEST(Weights, ARowIsThatOfTheMatrix) {
  Array weights({2, 4});
  for (Index j = 0; j < 4; ++j) weights(1, j) = 1.0;
  EXPECT_EQ(weights_uri(weights, 0, 1.0, 2), weights_uri(Array({1, 4}), 0, 1.0, 2));
  EXPECT_EQ(weights_uri(weights, 1, 1.0, 2), weights_uri(Array({1, 4}, 1.0), 0, 1.0, 2));
}

}  // namespace
}  // namespace gradus::training
