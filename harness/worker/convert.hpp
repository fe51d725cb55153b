#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nn/dataset.hpp"
#include "nn/matrix.hpp"
#include "nn/training.hpp"
#include "protocol/array.hpp"

/// Between the harness's arrays and the kit's types: the only place that knows both.
namespace gradus::worker {

[[nodiscard]] nn::Matrix to_matrix(const Array& a);
[[nodiscard]] nn::Vector to_vector(const Array& a);
[[nodiscard]] nn::Index to_index(const Array& a);
[[nodiscard]] std::uint64_t to_seed(const Array& a);
[[nodiscard]] std::vector<nn::Index> to_indices(const Array& a);

[[nodiscard]] Array to_array(const nn::Matrix& m);
[[nodiscard]] Array to_array(const nn::Vector& v);
/// 3 x epochs: mean loss, train accuracy, dev accuracy.
[[nodiscard]] Array to_array(const nn::TrainingLog& log);

/// \param pixels features x samples, whole numbers 0 to 255
/// \param labels one for each sample
[[nodiscard]] nn::Dataset to_dataset(const Array& pixels, const Array& labels, nn::Index n_classes);
/// \param pixels the bytes of all images of 28 x 28, one after the other
[[nodiscard]] nn::Dataset to_digits(std::span<const std::uint8_t> pixels, const Array& labels);

}  // namespace gradus::worker
