#include "mnist/idx.hpp"

#include <array>
#include <cstdio>
#include <cstring>
#include <utility>

namespace gradus::mnist {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t kImagesMagic = 0x00000803;
constexpr std::uint32_t kLabelsMagic = 0x00000801;
constexpr std::uint64_t kWord = 4;

std::string hex(std::uint32_t value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "0x%08x", value);
  return text.data();
}

std::string type_name(std::uint32_t code) {
  switch (code) {
    case 0x08:
      return "unsigned bytes";
    case 0x09:
      return "signed bytes";
    case 0x0b:
      return "16-bit integers";
    case 0x0c:
      return "32-bit integers";
    case 0x0d:
      return "32-bit reals";
    case 0x0e:
      return "64-bit reals";
    default:
      return "no type that IDX knows";
  }
}

/// Walks over one file's bytes and knows how to complain about them.
class Reader {
 public:
  Reader(Bytes bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  std::uint32_t word(const std::string& what) {
    if (bytes_.size() - position_ < kWord) {
      fail(bytes_.size(), "the file ends here, inside its header; expected 4 bytes at byte " +
                              std::to_string(position_) + " for " + what + hint_cut());
    }
    std::uint32_t value = 0;
    for (std::uint64_t i = 0; i < kWord; ++i) value = value << 8 | bytes_[position_ + i];
    position_ += kWord;
    return value;
  }

  void magic(std::uint32_t expected, const std::string& content) {
    const std::uint32_t found = word("the magic number");
    if (found == expected) return;
    const std::string wanted = "expected " + hex(expected) + " (" + content + ")";
    if (found >> 16 != 0) {
      fail(0, "found the magic number " + hex(found) + ", " + wanted +
                  ". This is no IDX file. A web page saved under this name begins with 0x3c.");
    }
    const std::uint32_t type = found >> 8;
    if (type != 0x08) {
      fail(2, "found the type code " + std::to_string(type) + " (" + type_name(type) + ") in " +
                  hex(found) + ", " + wanted);
    }
    const std::uint32_t dimensions = found & 0xff;
    fail(3, "found " + std::to_string(dimensions) + " dimensions in " + hex(found) + ", " + wanted +
                hint_swapped(found));
  }

  Index dimension(const std::string& what, Index most) {
    const std::uint64_t offset = position_;
    const std::uint32_t value = word("the number of " + what);
    if (value == 0 || value > most) {
      fail(offset, "found " + std::to_string(value) + " as the number of " + what +
                       ", expected 1 to " + std::to_string(most));
    }
    return static_cast<Index>(value);
  }

  /// What follows the header; it must be exactly as long as the header says.
  Bytes data(std::uint64_t expected, const std::string& meaning, std::uint64_t most) {
    if (expected > most) {
      fail(kWord, "the header announces " + meaning + ", expected at most " + std::to_string(most) +
                      " bytes");
    }
    const std::uint64_t found = bytes_.size() - position_;
    const std::string numbers = "found " + std::to_string(found) +
                                " bytes after the header, expected " + std::to_string(expected) +
                                " (" + meaning + ")";
    if (found < expected) fail(bytes_.size(), "the file ends here; " + numbers + hint_cut());
    if (found > expected) fail(position_ + expected, "the data should end here; " + numbers);
    return bytes_.subspan(position_);
  }

  [[noreturn]] void fail(std::uint64_t offset, const std::string& problem) const {
    throw IdxError(name_, offset, problem);
  }

  [[nodiscard]] std::uint64_t position() const { return position_; }

 private:
  static std::string hint_cut() { return ". The copy was probably cut short."; }

  static std::string hint_swapped(std::uint32_t found) {
    if (found == kImagesMagic) return ". These are images: have two files changed names?";
    if (found == kLabelsMagic) return ". These are labels: have two files changed names?";
    return "";
  }

  Bytes bytes_;
  const std::string& name_;
  std::uint64_t position_ = 0;
};

void append_word(std::vector<std::uint8_t>& out, std::uint64_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    out.push_back(static_cast<std::uint8_t>(value >> shift & 0xff));
  }
}

}  // namespace

std::span<const std::uint8_t> Images::image(Index i) const {
  return std::span(pixels).subspan(static_cast<std::size_t>(i * pixels_per_image()),
                                   static_cast<std::size_t>(pixels_per_image()));
}

std::span<std::uint8_t> Images::image(Index i) {
  return std::span(pixels).subspan(static_cast<std::size_t>(i * pixels_per_image()),
                                   static_cast<std::size_t>(pixels_per_image()));
}

IdxError::IdxError(const std::string& file, std::uint64_t offset, const std::string& problem)
    : std::runtime_error(file + ": byte " + std::to_string(offset) + ": " + problem),
      file_(file),
      offset_(offset) {}

Images parse_images(std::vector<std::uint8_t> bytes, const std::string& name,
                    const IdxLimits& limits) {
  Reader reader(bytes, name);
  reader.magic(kImagesMagic, "images: unsigned bytes, 3 dimensions");
  Images images;
  images.count = reader.dimension("images", limits.max_count);
  images.rows = reader.dimension("rows", limits.max_side);
  images.cols = reader.dimension("columns", limits.max_side);
  const auto total = static_cast<std::uint64_t>(images.count * images.pixels_per_image());
  const std::string meaning = std::to_string(images.count) + " images of " +
                              std::to_string(images.rows) + " x " + std::to_string(images.cols);
  const Bytes data = reader.data(total, meaning, limits.max_bytes);
  // The pixels stay where they are: a copy of so many costs as much as reading them.
  bytes.erase(bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(data.size()));
  images.pixels = std::move(bytes);
  return images;
}

Labels parse_labels(Bytes bytes, const std::string& name, Index classes, const IdxLimits& limits) {
  Reader reader(bytes, name);
  reader.magic(kLabelsMagic, "labels: unsigned bytes, 1 dimension");
  const Index count = reader.dimension("labels", limits.max_count);
  const Bytes data = reader.data(static_cast<std::uint64_t>(count),
                                 std::to_string(count) + " labels", limits.max_bytes);
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (data[i] < classes) continue;
    reader.fail(reader.position() + i, "found the label " + std::to_string(data[i]) + " of image " +
                                           std::to_string(i) + ", expected 0 to " +
                                           std::to_string(classes - 1));
  }
  return {data.begin(), data.end()};
}

std::vector<std::uint8_t> to_idx(const Images& images) {
  std::vector<std::uint8_t> out;
  out.reserve(images.pixels.size() + 4 * kWord);
  append_word(out, kImagesMagic);
  append_word(out, static_cast<std::uint64_t>(images.count));
  append_word(out, static_cast<std::uint64_t>(images.rows));
  append_word(out, static_cast<std::uint64_t>(images.cols));
  out.insert(out.end(), images.pixels.begin(), images.pixels.end());
  return out;
}

std::vector<std::uint8_t> to_idx(const Labels& labels) {
  std::vector<std::uint8_t> out;
  out.reserve(labels.size() + 2 * kWord);
  append_word(out, kLabelsMagic);
  append_word(out, labels.size());
  out.insert(out.end(), labels.begin(), labels.end());
  return out;
}

}  // namespace gradus::mnist
