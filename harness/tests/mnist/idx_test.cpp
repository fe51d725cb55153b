#include "mnist/idx.hpp"

#include <functional>
#include <gtest/gtest.h>

#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

using Bytes = std::vector<std::uint8_t>;
using test::tiny_images;
using test::tiny_labels;

/// Expects an error at the byte, with all of these words in its message.
void expect_error(const std::function<void()>& action, std::uint64_t offset,
                  const std::vector<std::string>& words) {
  try {
    action();
    FAIL() << "no IdxError";
  } catch (const IdxError& error) {
    const std::string message = error.what();
    EXPECT_EQ(error.file(), "some-file");
    EXPECT_EQ(error.offset(), offset) << message;
    EXPECT_EQ(message.rfind("some-file: byte " + std::to_string(offset) + ": ", 0), 0U) << message;
    for (const std::string& word : words) {
      EXPECT_NE(message.find(word), std::string::npos) << "no \"" << word << "\" in: " << message;
    }
  }
}

void expect_images_error(const Bytes& bytes, std::uint64_t offset,
                         const std::vector<std::string>& words) {
  expect_error([&] { parse_images(bytes, "some-file"); }, offset, words);
}

void expect_labels_error(const Bytes& bytes, std::uint64_t offset,
                         const std::vector<std::string>& words) {
  expect_error([&] { parse_labels(bytes, "some-file"); }, offset, words);
}

Bytes four_images() { return to_idx(tiny_images(4, 1)); }

Bytes with(Bytes bytes, std::size_t position, std::uint8_t value) {
  bytes.at(position) = value;
  return bytes;
}

/// The header of an image file that announces these numbers, with nothing behind it.
Bytes header(std::uint32_t count, std::uint32_t rows, std::uint32_t cols) {
  Bytes bytes;
  for (const std::uint32_t word : {std::uint32_t{0x803}, count, rows, cols}) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.push_back(static_cast<std::uint8_t>(word >> shift & 0xff));
    }
  }
  return bytes;
}

TEST(Idx, ReadsImagesWrittenByHand) {
  const Bytes bytes = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 10, 20, 30, 40, 50, 255};
  const Images images = parse_images(bytes, "some-file");
  EXPECT_EQ(images.count, 2);
  EXPECT_EQ(images.rows, 1);
  EXPECT_EQ(images.cols, 3);
  EXPECT_EQ(images.pixels, (Bytes{10, 20, 30, 40, 50, 255}));
  const auto second = images.image(1);
  EXPECT_EQ(Bytes(second.begin(), second.end()), (Bytes{40, 50, 255}));
}

TEST(Idx, ReadsLabelsWrittenByHand) {
  const Bytes bytes = {0, 0, 8, 1, 0, 0, 0, 3, 9, 0, 4};
  EXPECT_EQ(parse_labels(bytes, "some-file"), (Labels{9, 0, 4}));
}

TEST(Idx, WritesWhatItReads) {
  const Images images = tiny_images(7, 3);
  EXPECT_EQ(parse_images(to_idx(images), "some-file"), images);
  const Labels labels = tiny_labels(12);
  EXPECT_EQ(parse_labels(to_idx(labels), "some-file"), labels);
}

TEST(Idx, RefusesAnEmptyFile) {
  expect_images_error({}, 0, {"ends here", "magic number"});
  expect_labels_error({}, 0, {"ends here", "magic number"});
}

TEST(Idx, RefusesAWebPage) {
  const std::string page = "<!DOCTYPE html><html>not found</html>";
  expect_images_error({page.begin(), page.end()}, 0, {"0x3c21444f", "0x00000803", "web page"});
}

TEST(Idx, RefusesAnotherTypeOfNumbers) {
  expect_images_error(with(four_images(), 2, 0x0d), 2, {"13", "32-bit reals", "0x00000803"});
  expect_images_error(with(four_images(), 2, 0x77), 2, {"119", "no type"});
}

TEST(Idx, RefusesAnotherNumberOfDimensions) {
  expect_images_error(with(four_images(), 3, 4), 3, {"found 4 dimensions", "3 dimensions"});
}

TEST(Idx, SaysThatImagesAndLabelsWereSwapped) {
  expect_images_error(to_idx(tiny_labels(4)), 3, {"These are labels", "changed names"});
  expect_labels_error(four_images(), 3, {"These are images", "changed names"});
}

TEST(Idx, RefusesAHeaderCutShortAtEveryByte) {
  const Bytes whole = four_images();
  for (std::size_t size = 0; size < 16; ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    expect_images_error(cut, size, {"inside its header", "cut short"});
  }
}

TEST(Idx, RefusesDataCutShortAtEveryByte) {
  const Bytes whole = four_images();
  for (std::size_t size = 16; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    expect_images_error(cut, size,
                        {"found " + std::to_string(size - 16) + " bytes", "expected 24",
                         "4 images of 3 x 2", "cut short"});
  }
}

TEST(Idx, RefusesBytesBehindTheData) {
  Bytes bytes = four_images();
  bytes.push_back(0);
  expect_images_error(bytes, 16 + 24, {"should end here", "found 25", "expected 24"});
  Bytes labels = to_idx(tiny_labels(5));
  labels.push_back(1);
  expect_labels_error(labels, 8 + 5, {"should end here", "found 6", "expected 5"});
}

TEST(Idx, RefusesZeroDimensions) {
  expect_images_error(header(0, 28, 28), 4, {"found 0", "number of images"});
  expect_images_error(header(1, 0, 28), 8, {"found 0", "number of rows"});
  expect_images_error(header(1, 28, 0), 12, {"found 0", "number of columns"});
  expect_labels_error({0, 0, 8, 1, 0, 0, 0, 0}, 4, {"found 0", "number of labels"});
}

TEST(Idx, RefusesAbsurdDimensionsWithoutBelievingThem) {
  expect_images_error(header(0xffffffff, 28, 28), 4, {"4294967295", "1 to 1000000"});
  expect_images_error(header(1, 0xffffffff, 28), 8, {"4294967295", "1 to 1024"});
  expect_images_error(header(1, 28, 0x80000000), 12, {"2147483648", "1 to 1024"});
  // Each number is allowed, their product is not.
  expect_images_error(header(1000000, 1024, 1024), 4, {"at most 268435456 bytes"});
}

TEST(Idx, RefusesALabelOutOfRange) {
  Bytes bytes = to_idx(tiny_labels(5));
  bytes[8 + 3] = 10;
  expect_labels_error(bytes, 8 + 3, {"label 10", "image 3", "0 to 9"});
}

TEST(Idx, TakesTheNumberOfClassesFromTheCaller) {
  const Bytes bytes = to_idx(Labels{0, 25});
  EXPECT_EQ(parse_labels(bytes, "some-file", 26), (Labels{0, 25}));
  expect_error([&] { parse_labels(bytes, "some-file", 25); }, 9, {"label 25", "0 to 24"});
}

TEST(Idx, ObeysTheCallersLimits) {
  const Bytes bytes = four_images();
  EXPECT_THROW(parse_images(bytes, "f", {.max_count = 3}), IdxError);
  EXPECT_THROW(parse_images(bytes, "f", {.max_side = 2}), IdxError);
  EXPECT_THROW(parse_images(bytes, "f", {.max_bytes = 23}), IdxError);
  EXPECT_NO_THROW(parse_images(bytes, "f", {.max_count = 4, .max_side = 3, .max_bytes = 24}));
}

}  // namespace
}  // namespace gradus::mnist
