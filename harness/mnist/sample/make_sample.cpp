// Makes the embedded sample from the real MNIST: see README.md in this folder.

#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "mnist/dataset.hpp"
#include "mnist/gzip.hpp"
#include "mnist/sha256.hpp"
#include "mnist/sources.hpp"

namespace {

using namespace gradus;
using namespace gradus::mnist;

constexpr Index kClasses = 10;

/// `per_class` images of every class, spread evenly over the file, in the file's order.
Digits stratified(const Digits& all, Index per_class) {
  std::array<Index, kClasses> total{};
  for (const std::uint8_t label : all.labels) ++total[label];
  std::array<Index, kClasses> seen{};
  Digits chosen;
  chosen.images.rows = all.images.rows;
  chosen.images.cols = all.images.cols;
  for (Index i = 0; i < all.size(); ++i) {
    const std::uint8_t label = all.labels[static_cast<std::size_t>(i)];
    const Index before = seen[label] * per_class / total[label];
    const Index after = ++seen[label] * per_class / total[label];
    if (before == after) continue;
    const auto image = all.images.image(i);
    chosen.images.pixels.insert(chosen.images.pixels.end(), image.begin(), image.end());
    chosen.labels.push_back(label);
    ++chosen.images.count;
  }
  return chosen;
}

void append(Digits& digits, const Digits& more) {
  digits.images.count += more.images.count;
  digits.images.pixels.insert(digits.images.pixels.end(), more.images.pixels.begin(),
                              more.images.pixels.end());
  digits.labels.insert(digits.labels.end(), more.labels.begin(), more.labels.end());
}

void write(const std::filesystem::path& folder, const std::string& name,
           const std::vector<std::uint8_t>& content) {
  const std::vector<std::uint8_t> packed = gzip(content);
  std::ofstream file(folder / (name + ".gz"), std::ios::binary);
  for (const std::uint8_t byte : packed) file.put(static_cast<char>(byte));
  if (!file.flush()) throw std::runtime_error("cannot write " + (folder / name).string() + ".gz");
  std::cout << sha256(content) << "  " << name << "  (" << packed.size() << " bytes packed)\n";
}

void make(const std::filesystem::path& mnist_folder, const std::filesystem::path& out) {
  LoadOptions options;
  options.given = mnist_folder;
  const Split all = load(options).split;
  const SplitSizes sizes = source(Kind::sample).sizes;
  Digits training = stratified(all.train, sizes.train / kClasses);
  append(training, stratified(all.dev, sizes.dev / kClasses));
  const Digits test = stratified(all.test, sizes.test / kClasses);
  const Source& sample = source(Kind::sample);
  write(out, sample.files[kTrainImages].name, to_idx(training.images));
  write(out, sample.files[kTrainLabels].name, to_idx(training.labels));
  write(out, sample.files[kTestImages].name, to_idx(test.images));
  write(out, sample.files[kTestLabels].name, to_idx(test.labels));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: gradus_make_sample FOLDER-OF-MNIST OUTPUT-FOLDER\n";
    return 2;
  }
  try {
    make(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
