#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "protocol/array.hpp"

namespace gradus::training {

/// "data:image/png;base64,..." of grey or coloured bytes, row after row.
/// \param channels 1 (grey) or 3 (red, green, blue)
/// \throws std::invalid_argument unless there are width * height * channels bytes
[[nodiscard]] std::string png_uri(std::span<const std::uint8_t> bytes, int width, int height,
                                  int channels);

/// The limit of a symmetric scale for these weights: the size that 99.5 % of the finite ones do not
/// exceed, so that one outlier does not fade all others; the largest size if that would be 0. 0 if
/// all are 0 or none is finite.
[[nodiscard]] double scale_of(std::span<const double> weights);

/// One row of a weight matrix as a picture of side x side pixels: negative weights blue, zero
/// white, positive red, at +-`scale` the full colour; what is not finite is grey.
/// \param row 0 to weights.rows() - 1; the row has side * side entries
[[nodiscard]] std::string weights_uri(const Array& weights, Index row, double scale, int side);

}  // namespace gradus::training
