#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::mnist {

/// Grey images of one size, one byte a pixel (0 = background, 255 = full ink).
///
/// Image i is the rows * cols bytes from pixels[i * rows * cols], row by row from the top left.
struct Images {
  Index count = 0;
  Index rows = 0;
  Index cols = 0;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] Index pixels_per_image() const { return rows * cols; }
  [[nodiscard]] std::span<const std::uint8_t> image(Index i) const;
  [[nodiscard]] std::span<std::uint8_t> image(Index i);
  bool operator==(const Images&) const = default;
};

/// The class of each image, 0 .. classes - 1.
using Labels = std::vector<std::uint8_t>;

/// A file that is not what it should be: says which, at which byte, what was found and expected.
class IdxError : public std::runtime_error {
 public:
  IdxError(const std::string& file, std::uint64_t offset, const std::string& problem);

  [[nodiscard]] const std::string& file() const { return file_; }
  /// Where the problem lies: a byte of the unpacked content, or of the packed file if the
  /// compression itself is damaged.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }

 private:
  std::string file_;
  std::uint64_t offset_;
};

/// The most that a header may ask for. A file beyond it is refused before anything is allocated.
struct IdxLimits {
  Index max_count = 1'000'000;
  Index max_side = 1'024;
  std::uint64_t max_bytes = 256ULL << 20;  ///< of one file, unpacked
};

/// Reads an IDX file of images: magic number 0x00000803 (unsigned bytes, 3 dimensions), the
/// number of images, rows and columns as 32-bit big-endian numbers, then the pixels.
///
/// A pure function of the bytes, safe for any input. The format is LeCun, Cortes and Burges's, from
/// their MNIST page.
///
/// @param bytes the unpacked content.
/// @param name what to call the file in messages.
/// @throws IdxError if the bytes are anything else, or if there are fewer or more than announced.
Images parse_images(std::vector<std::uint8_t> bytes, const std::string& name,
                    const IdxLimits& limits = {});

/// Reads an IDX file of labels: magic number 0x00000801 (unsigned bytes, 1 dimension), the number
/// of labels, then one byte for each.
///
/// @param classes labels must lie in 0 .. classes - 1.
/// @throws IdxError as parse_images does, and for a label out of range.
Labels parse_labels(std::span<const std::uint8_t> bytes, const std::string& name,
                    Index classes = 10, const IdxLimits& limits = {});

/// The bytes of an IDX file that holds these images: what parse_images reads.
std::vector<std::uint8_t> to_idx(const Images& images);

/// The bytes of an IDX file that holds these labels: what parse_labels reads.
std::vector<std::uint8_t> to_idx(const Labels& labels);

}  // namespace gradus::mnist
