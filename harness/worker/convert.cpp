#include "worker/convert.hpp"

#include <algorithm>

namespace gradus::worker {
namespace {

std::vector<std::uint8_t> to_bytes(const Array& a) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(a.values.size());
  for (const double x : a.values) bytes.push_back(static_cast<std::uint8_t>(x));
  return bytes;
}

}  // namespace

nn::Matrix to_matrix(const Array& a) {
  nn::Matrix m(a.rows(), a.cols());
  std::copy(a.values.begin(), a.values.end(), m.begin());
  return m;
}

nn::Vector to_vector(const Array& a) {
  nn::Vector v(a.size());
  std::copy(a.values.begin(), a.values.end(), v.begin());
  return v;
}

nn::Index to_index(const Array& a) { return static_cast<nn::Index>(a[0]); }

std::uint64_t to_seed(const Array& a) { return static_cast<std::uint64_t>(a[0]); }

std::vector<nn::Index> to_indices(const Array& a) {
  std::vector<nn::Index> indices;
  indices.reserve(a.values.size());
  for (const double x : a.values) indices.push_back(static_cast<nn::Index>(x));
  return indices;
}

Array to_array(const nn::Matrix& m) {
  Array a({m.rows(), m.cols()});
  std::copy(m.begin(), m.end(), a.values.begin());
  return a;
}

Array to_array(const nn::Vector& v) { return column({v.begin(), v.end()}); }

Array to_array(const nn::TrainingLog& log) {
  Array a({3, log.size()});
  for (nn::Index i = 0; i < log.size(); ++i) {
    a(0, i) = log[i].mean_loss;
    a(1, i) = log[i].train_accuracy;
    a(2, i) = log[i].dev_accuracy;
  }
  return a;
}

nn::Dataset to_dataset(const Array& pixels, const Array& labels, nn::Index n_classes) {
  return {to_bytes(pixels), to_bytes(labels), pixels.rows(), 1, n_classes};
}

nn::Dataset to_digits(std::span<const std::uint8_t> pixels, const Array& labels) {
  return {{pixels.begin(), pixels.end()}, to_bytes(labels), 28, 28, 10};
}

}  // namespace gradus::worker
