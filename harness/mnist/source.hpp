#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "protocol/array.hpp"

namespace gradus::mnist {

/// Which data set.
enum class Kind {
  mnist,    ///< 70,000 handwritten digits (LeCun, Cortes, Burges)
  sample,   ///< 6,000 of them, in the tree: for tests, and as the last resort
  fashion,  ///< Fashion-MNIST: 70,000 pictures of clothes (Xiao, Rasul, Vollgraf, 2017)
};

/// One of the four files of a data set.
struct SourceFile {
  std::string name;    ///< as published, without .gz: "train-images-idx3-ubyte"
  std::string sha256;  ///< of the unpacked content
};

/// How many images go where. Train and dev are the first and the last ones of the training file.
struct SplitSizes {
  Index train = 0;
  Index dev = 0;
  Index test = 0;
  bool operator==(const SplitSizes&) const = default;
};

/// What is fixed about a data set: its files and its split.
struct Source {
  Kind kind = Kind::mnist;
  std::string name;    ///< for people: "MNIST"
  std::string folder;  ///< below the user's cache: "mnist"
  std::array<SourceFile, 4> files;
  SplitSizes sizes;
  std::array<std::string, 10> class_names;
};

/// The files' positions in Source::files.
enum FileRole : std::size_t { kTrainImages, kTrainLabels, kTestImages, kTestLabels };

/// No file of any of the data sets is larger than this, packed or not.
constexpr std::uint64_t kMaxFileBytes = 256ULL << 20;

/// The description of one data set.
const Source& source(Kind kind);

/// "mnist", "sample" or "fashion": what the command line calls it.
/// @throws std::invalid_argument naming the three for any other word.
Kind kind_from_name(const std::string& name);

/// The inverse of kind_from_name.
std::string kind_name(Kind kind);

}  // namespace gradus::mnist
