#include "nn/dataset.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <utility>

#include "nn/error.hpp"
#include "nn/kernels.hpp"

namespace nn {

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler writes it");

void check_numbers(Index rows, Index cols, Index n_classes) {
  constexpr Index kMaxSide = 1 << 20;
  if (rows < 1 || cols < 1 || rows > kMaxSide || cols > kMaxSide) {
    throw std::invalid_argument("Dataset: images of " + std::to_string(rows) + " x " +
                                std::to_string(cols) + " pixels; both must be from 1 to " +
                                std::to_string(kMaxSide) + ".");
  }
  if (n_classes < 1 || n_classes > 256) {
    throw std::invalid_argument("Dataset: " + std::to_string(n_classes) +
                                " classes; there must be from 1 to 256.");
  }
}

void check_sizes(std::size_t n_pixels, std::size_t n_labels, Index n_features) {
  const std::size_t expected = n_labels * static_cast<std::size_t>(n_features);
  if (n_pixels == expected) return;
  throw std::invalid_argument("Dataset: " + std::to_string(n_labels) + " labels and images of " +
                              std::to_string(n_features) + " pixels need " +
                              std::to_string(expected) + " bytes of pixels, got " +
                              std::to_string(n_pixels) + ".");
}

void check_labels(const std::vector<std::uint8_t>& labels, Index n_classes) {
  const auto wrong = std::find_if(labels.begin(), labels.end(),
                                  [n_classes](std::uint8_t label) { return label >= n_classes; });
  if (wrong == labels.end()) return;
  throw std::invalid_argument("Dataset: sample " + std::to_string(wrong - labels.begin()) +
                              " has the label " + std::to_string(*wrong) + ", but there are " +
                              std::to_string(n_classes) + " classes, numbered from 0.");
}

}  // namespace

Dataset::Dataset(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels, Index rows,
                 Index cols, Index n_classes)
    : pixels_(std::move(pixels)),
      labels_(std::move(labels)),
      rows_(rows),
      cols_(cols),
      n_classes_(n_classes) {
  check_numbers(rows, cols, n_classes);
  check_sizes(pixels_.size(), labels_.size(), n_features());
  check_labels(labels_, n_classes);
}

Vector Dataset::image(Index i) const {
  check(i);
  Vector x = detail::unwritten(n_features());
  copy_image(i, x.data());
  return x;
}

Index Dataset::label(Index i) const {
  check(i);
  return labels_[static_cast<std::size_t>(i)];
}

Matrix Dataset::images(std::span<const Index> indices) const {
  for (const Index i : indices) check(i);
  Matrix batch = detail::unwritten(n_features(), static_cast<Index>(indices.size()));
  double* column = batch.data();
  for (const Index i : indices) {
    copy_image(i, column);
    column += n_features();
  }
  return batch;
}

Matrix Dataset::images(std::initializer_list<Index> indices) const {
  return images(std::span<const Index>(indices.begin(), indices.size()));
}

std::vector<Index> Dataset::labels(std::span<const Index> indices) const {
  std::vector<Index> result;
  result.reserve(indices.size());
  for (const Index i : indices) result.push_back(label(i));
  return result;
}

std::vector<Index> Dataset::labels(std::initializer_list<Index> indices) const {
  return labels(std::span<const Index>(indices.begin(), indices.size()));
}

Index Dataset::images_served() const {
  return std::atomic_ref(served_).load(std::memory_order_relaxed);
}

void Dataset::interrupt(bool stop) noexcept { interrupted.store(stop, std::memory_order_relaxed); }

void Dataset::copy_image(Index i, double* to) const {
  if (interrupted.load(std::memory_order_relaxed)) throw Interrupted();
  const std::uint8_t* from = pixels_.data() + i * n_features();
  kernels::to_grey(to, from, n_features());
  std::atomic_ref(served_).fetch_add(1, std::memory_order_relaxed);
}

void Dataset::check(Index i) const {
  if (i >= 0 && i < size()) return;
  const std::string what = "sample " + std::to_string(i) + " of a data set: ";
  if (size() == 0) throw IndexError(what + "it has no samples.");
  throw IndexError(what + "its " + std::to_string(size()) + " samples are numbered from 0 to " +
                   std::to_string(size() - 1) + ".");
}

}  // namespace nn
