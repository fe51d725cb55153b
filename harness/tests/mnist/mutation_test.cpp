// Throws damaged files at the readers by the thousand: each must be read whole or refused with an
// IdxError. Most telling under the sanitizers.

#include <gtest/gtest.h>

#include "mnist/gzip.hpp"
#include "mnist/idx.hpp"
#include "tiny_data.hpp"

namespace gradus::mnist {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint64_t kMaxUnpacked = 4096;

/// True if the bytes were taken for images; false if they were refused in the proper way.
bool accepted_as_images(const Bytes& bytes) {
  try {
    const Images images = parse_images(bytes, "mutant");
    EXPECT_EQ(images.pixels.size() + 16, bytes.size());
    EXPECT_EQ(images.count * images.rows * images.cols, static_cast<Index>(images.pixels.size()));
    return true;
  } catch (const IdxError& error) {
    EXPECT_LE(error.offset(), bytes.size());
    return false;
  }
}

bool accepted_as_labels(const Bytes& bytes) {
  try {
    const Labels labels = parse_labels(bytes, "mutant");
    EXPECT_EQ(labels.size() + 8, bytes.size());
    for (const std::uint8_t label : labels) EXPECT_LT(label, 10);
    return true;
  } catch (const IdxError& error) {
    EXPECT_LE(error.offset(), bytes.size());
    return false;
  }
}

bool accepted_as_gzip(const Bytes& bytes) {
  try {
    EXPECT_LE(gunzip(bytes, "mutant", kMaxUnpacked).size(), kMaxUnpacked);
    return true;
  } catch (const IdxError& error) {
    EXPECT_LE(error.offset(), bytes.size());
    return false;
  }
}

/// Changes, cuts, doubles or inserts a few bytes.
Bytes mutate(Bytes bytes, Random& random) {
  for (Index change = random.between(1, 4); change > 0 && !bytes.empty(); --change) {
    const Index at = random.below(static_cast<Index>(bytes.size()));
    const auto position = bytes.begin() + at;
    switch (random.below(5)) {
      case 0:
        *position = static_cast<std::uint8_t>(*position ^ 1U << random.below(8));
        break;
      case 1:
        *position = static_cast<std::uint8_t>(random.below(256));
        break;
      case 2:
        bytes.erase(position, bytes.end());
        break;
      case 3:
        bytes.insert(position, static_cast<std::uint8_t>(random.below(256)));
        break;
      default:
        bytes.erase(position);
        break;
    }
  }
  return bytes;
}

TEST(Mutation, DamagedImagesAreReadWholeOrRefused) {
  const Bytes whole = to_idx(test::tiny_images(5, 1));
  ASSERT_TRUE(accepted_as_images(whole));
  Random random(1);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) refused += accepted_as_images(mutate(whole, random)) ? 0 : 1;
  EXPECT_GT(refused, 10000);
}

TEST(Mutation, DamagedLabelsAreReadWholeOrRefused) {
  const Bytes whole = to_idx(test::tiny_labels(30));
  ASSERT_TRUE(accepted_as_labels(whole));
  Random random(2);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) refused += accepted_as_labels(mutate(whole, random)) ? 0 : 1;
  EXPECT_GT(refused, 10000);
}

TEST(Mutation, DamagedGzipIsReadWholeOrRefused) {
  const Bytes whole = gzip(to_idx(test::tiny_images(40, 3)));
  ASSERT_TRUE(accepted_as_gzip(whole));
  Random random(3);
  int refused = 0;
  for (int i = 0; i < 20000; ++i) refused += accepted_as_gzip(mutate(whole, random)) ? 0 : 1;
  EXPECT_GT(refused, 19000);
}

TEST(Mutation, EverySingleBitOfAGzipFileIsReadTheSameOrRefused) {
  const Bytes content = to_idx(test::tiny_images(10, 4));
  const Bytes whole = gzip(content);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes bytes = whole;
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ 1U << bit % 8);
    try {
      // Only the header's time and system fields may change without harm.
      EXPECT_EQ(gunzip(bytes, "mutant", kMaxUnpacked), content) << "bit " << bit;
    } catch (const IdxError&) {
    }
  }
}

TEST(Mutation, EveryTruncationOfAGzipFileIsRefused) {
  const Bytes whole = gzip(to_idx(test::tiny_images(40, 5)));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_FALSE(accepted_as_gzip(cut)) << size << " of " << whole.size() << " bytes";
  }
}

TEST(Mutation, RandomBytesBehindAGoodMagicNumberAreRefused) {
  Random random(6);
  for (int i = 0; i < 20000; ++i) {
    Bytes bytes = {0, 0, 8, static_cast<std::uint8_t>(random.chance(0.5) ? 3 : 1)};
    for (Index n = random.below(60); n > 0; --n) {
      bytes.push_back(random.chance(0.6) ? std::uint8_t{0}
                                         : static_cast<std::uint8_t>(random.below(256)));
    }
    accepted_as_images(bytes);
    accepted_as_labels(bytes);
  }
}

}  // namespace
}  // namespace gradus::mnist
