#include "nn/dataset.hpp"

#include <gtest/gtest.h>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "nn/error.hpp"
#include "tests/kit/message_of.hpp"

namespace {

using nn::Dataset;
using nn::Index;
using nn::Matrix;
using nn::Vector;

static_assert(!std::is_copy_constructible_v<Dataset>);
static_assert(std::is_nothrow_move_constructible_v<Dataset>);

// Three images of 1 x 2 pixels, of the classes 2, 0 and 1.
Dataset three_samples() { return {{0, 255, 51, 102, 153, 204}, {2, 0, 1}, 1, 2, 3}; }

TEST(Dataset, KnowsItsSizes) {
  const Dataset data({1, 2, 3, 4, 5, 6}, {0}, 2, 3, 10);
  EXPECT_EQ(data.size(), 1);
  EXPECT_EQ(data.rows(), 2);
  EXPECT_EQ(data.cols(), 3);
  EXPECT_EQ(data.n_features(), 6);
  EXPECT_EQ(data.n_classes(), 10);
}

TEST(Dataset, ImagesArePixelsDividedBy255) {
  const Dataset data = three_samples();
  EXPECT_EQ(data.image(0), (Vector{0.0, 1.0}));
  EXPECT_EQ(data.image(1), (Vector{51.0 / 255.0, 102.0 / 255.0}));
  EXPECT_EQ(data.image(2), (Vector{153.0 / 255.0, 204.0 / 255.0}));
}

TEST(Dataset, LabelsAreNumbersOfClasses) {
  const Dataset data = three_samples();
  EXPECT_EQ(data.label(0), 2);
  EXPECT_EQ(data.label(1), 0);
  EXPECT_EQ(data.label(2), 1);
}

TEST(Dataset, AMiniBatchHasOneColumnForEachIndex) {
  const Dataset data = three_samples();
  const std::vector<Index> indices = {2, 0, 2};
  const Matrix batch = data.images(indices);
  EXPECT_EQ(batch.rows(), 2);
  ASSERT_EQ(batch.cols(), 3);
  for (Index k = 0; k < 3; ++k) {
    EXPECT_EQ(column(batch, k), data.image(indices[static_cast<std::size_t>(k)]));
  }
  EXPECT_EQ(data.labels(indices), (std::vector<Index>{1, 2, 1}));
  EXPECT_EQ(data.images({1}), as_column(data.image(1)));
  EXPECT_EQ(data.labels({1, 0}), (std::vector<Index>{0, 2}));
  EXPECT_EQ(data.images(std::vector<Index>()).rows(), 2);
}

TEST(Dataset, CountsTheImagesThatItHandsOut) {
  const Dataset data = three_samples();
  EXPECT_EQ(data.images_served(), 0);
  (void)data.image(0);
  (void)data.image(0);
  EXPECT_EQ(data.images_served(), 2);
  (void)data.images({0, 1, 2});
  EXPECT_EQ(data.images_served(), 5);
  (void)data.label(0);
  EXPECT_EQ(data.images_served(), 5);
  EXPECT_THROW((void)data.images({0, 3}), nn::IndexError);
  EXPECT_EQ(data.images_served(), 5);
}

TEST(Dataset, HandsOutNothingWhileInterrupted) {
  const Dataset data = three_samples();
  Dataset::interrupt(true);
  EXPECT_THROW((void)data.image(0), nn::Interrupted);
  EXPECT_THROW((void)data.images({0, 1}), nn::Interrupted);
  EXPECT_EQ(data.label(0), 2);
  EXPECT_EQ(data.images_served(), 0);
  Dataset::interrupt(false);
  EXPECT_EQ(data.image(0).size(), 2);
}

TEST(Dataset, MayBeEmpty) {
  const Dataset data({}, {}, 28, 28, 10);
  EXPECT_EQ(data.size(), 0);
  EXPECT_EQ(message_of<nn::IndexError>([&] { (void)data.image(0); }),
            "sample 0 of a data set: it has no samples.");
}

TEST(Dataset, CanBeMoved) {
  Dataset data = three_samples();
  (void)data.image(0);
  Dataset moved = std::move(data);
  EXPECT_EQ(moved.size(), 3);
  EXPECT_EQ(moved.images_served(), 1);
  EXPECT_EQ(data.size(), 0);  // NOLINT(bugprone-use-after-move): the claim of this test.
  EXPECT_THROW((void)data.image(0), nn::IndexError);
}

TEST(Dataset, SaysWhichSamplesExist) {
  const Dataset data = three_samples();
  EXPECT_EQ(message_of<nn::IndexError>([&] { (void)data.image(3); }),
            "sample 3 of a data set: its 3 samples are numbered from 0 to 2.");
  EXPECT_THROW((void)data.label(-1), nn::IndexError);
  EXPECT_THROW((void)data.labels({0, 3}), nn::IndexError);
}

TEST(Dataset, RefusesNumbersThatDoNotFitTogether) {
  const auto refusal = [](std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels,
                          Index rows, Index cols, Index n_classes) {
    return message_of<std::invalid_argument>(
        [&] { Dataset data(pixels, labels, rows, cols, n_classes); });
  };
  EXPECT_EQ(refusal({1, 2, 3}, {0, 0}, 1, 2, 2),
            "Dataset: 2 labels and images of 2 pixels need 4 bytes of pixels, got 3.");
  EXPECT_EQ(refusal({1, 2}, {0, 3}, 1, 1, 3),
            "Dataset: sample 1 has the label 3, but there are 3 classes, numbered from 0.");
  EXPECT_EQ(refusal({}, {}, 0, 2, 3),
            "Dataset: images of 0 x 2 pixels; both must be from 1 to 1048576.");
  EXPECT_NE(refusal({}, {}, 1, -1, 3), "");
  EXPECT_EQ(refusal({}, {}, 1, 1, 0), "Dataset: 0 classes; there must be from 1 to 256.");
  EXPECT_NE(refusal({}, {}, 1, 1, 257), "");
}

TEST(Dataset, HoldsAllGreyLevelsAndClassesOfAByte) {
  std::vector<std::uint8_t> bytes(256);
  for (std::size_t i = 0; i < 256; ++i) bytes[i] = static_cast<std::uint8_t>(i);
  const Dataset data(bytes, bytes, 1, 1, 256);
  for (Index i = 0; i < 256; ++i) {
    EXPECT_EQ(data.image(i)(0), static_cast<double>(i) / 255.0);
    EXPECT_EQ(data.label(i), i);
  }
}

}  // namespace
