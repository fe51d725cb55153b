// MNIST files come from a mirror, a cache or a folder that somebody named.

#include "mnist/idx.hpp"

#include <algorithm>

#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using mnist::IdxError;
using mnist::IdxLimits;

void require_told(const IdxError& error, Bytes bytes) {
  require(error.offset() <= bytes.size(), "a complaint is about a byte of the file or its end");
  require(std::string(error.what()).starts_with("fuzzed: byte "), "it names the file and the byte");
  require_harmless(error.what());
}

bool same(const std::vector<std::uint8_t>& file, Bytes bytes) {
  return std::equal(file.begin(), file.end(), bytes.begin(), bytes.end());
}

/// The bytes themselves, and sentences about them.
void require_modest(const Allocations& allocations, Bytes bytes) {
  require(allocations.bytes() <= bytes.size() + 4096, "a header is not believed");
}

void try_images(Bytes bytes, const IdxLimits& limits) {
  const Allocations allocations;
  try {
    const mnist::Images images =
        mnist::parse_images({bytes.begin(), bytes.end()}, "fuzzed", limits);
    require_modest(allocations, bytes);
    require(images.count <= limits.max_count && images.rows <= limits.max_side &&
                images.cols <= limits.max_side && images.pixels.size() <= limits.max_bytes,
            "what is read lies within the limits");
    require(images.image(images.count - 1).size() == images.image(0).size(),
            "the last image is as large as the first");
    require(same(mnist::to_idx(images), bytes), "images that were read are what the file says");
  } catch (const IdxError& error) {
    require_modest(allocations, bytes);
    require_told(error, bytes);
  }
}

void try_labels(Bytes bytes, Index classes, const IdxLimits& limits) {
  const Allocations allocations;
  try {
    const mnist::Labels labels = mnist::parse_labels(bytes, "fuzzed", classes, limits);
    require_modest(allocations, bytes);
    require(std::all_of(labels.begin(), labels.end(), [&](auto l) { return l < classes; }),
            "every label is one of the classes");
    require(same(mnist::to_idx(labels), bytes), "labels that were read are what the file says");
  } catch (const IdxError& error) {
    require_modest(allocations, bytes);
    require_told(error, bytes);
  }
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  const int what = input.byte();
  IdxLimits limits;
  if (what % 4 >= 2) limits = {1 + what / 4, 1 + what / 8, static_cast<std::uint64_t>(what)};
  if (what % 2 == 0) {
    try_images(input.rest(), limits);
  } else {
    try_labels(input.rest(), 1 + what % 10, limits);
  }
}

std::vector<std::string> seeds() {
  const auto seed = [](char what, const std::vector<std::uint8_t>& file) {
    return what + std::string(file.begin(), file.end());
  };
  const auto images = mnist::to_idx(mnist::Images{2, 3, 2, std::vector<std::uint8_t>(12, 7)});
  const auto labels = mnist::to_idx(mnist::Labels{0, 1, 2, 3, 9});
  return {seed('\0', images), seed('\xfe', images), seed('\x09', labels), seed('\xf3', labels)};
}

}  // namespace gradus::fuzz
