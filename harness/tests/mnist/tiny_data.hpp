#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "mnist/dataset.hpp"
#include "mnist/gzip.hpp"
#include "mnist/idx.hpp"
#include "mnist/sha256.hpp"
#include "mnist/source.hpp"
#include "protocol/random.hpp"
#include "temporary_folder.hpp"

namespace gradus::mnist::test {

/// Random images of 3 rows and 2 columns, a third of their pixels zero.
inline Images tiny_images(Index count, std::uint64_t seed) {
  Random random(seed);
  Images images{count, 3, 2, {}};
  for (Index i = 0; i < count * 6; ++i) {
    const bool ink = random.below(3) != 0;
    images.pixels.push_back(ink ? static_cast<std::uint8_t>(random.between(1, 255))
                                : std::uint8_t{0});
  }
  return images;
}

/// Labels 0, 1, ..., 9, 0, 1, ...
inline Labels tiny_labels(Index count) {
  Labels labels;
  for (Index i = 0; i < count; ++i) labels.push_back(static_cast<std::uint8_t>(i % 10));
  return labels;
}

/// The four unpacked files of a data set small enough for tests: 15 + 5 + 10 images.
inline std::vector<std::vector<std::uint8_t>> tiny_files() {
  return {to_idx(tiny_images(20, 1)), to_idx(tiny_labels(20)), to_idx(tiny_images(10, 2)),
          to_idx(tiny_labels(10))};
}

/// A description that fits tiny_files(), in the place of MNIST's.
inline Source tiny_source() {
  Source tiny = source(Kind::mnist);
  tiny.sizes = {15, 5, 10};
  const auto files = tiny_files();
  for (std::size_t i = 0; i < files.size(); ++i) tiny.files[i].sha256 = sha256(files[i]);
  return tiny;
}

/// Puts the four files into a folder.
inline void write_tiny(const std::filesystem::path& folder, bool packed = false) {
  const Source tiny = tiny_source();
  const auto files = tiny_files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string name = tiny.files[i].name + (packed ? ".gz" : "");
    write_bytes(folder / name, packed ? gzip(files[i]) : files[i]);
  }
}

}  // namespace gradus::mnist::test
