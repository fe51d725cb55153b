#include "training/pictures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "web/base64.hpp"

// The one file that the library is compiled in.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>

namespace gradus::training {
namespace {

constexpr double kShareWithinScale = 0.995;
constexpr std::array<double, 3> kBlue = {33, 102, 172};
constexpr std::array<double, 3> kWhite = {250, 250, 250};
constexpr std::array<double, 3> kRed = {178, 24, 43};
constexpr std::array<std::uint8_t, 3> kGrey = {128, 128, 128};

void append(void* to, void* bytes, int size) {
  const auto* from = static_cast<const std::uint8_t*>(bytes);
  auto& all = *static_cast<std::vector<std::uint8_t>*>(to);
  all.insert(all.end(), from, from + size);
}

std::array<std::uint8_t, 3> colour(double weight, double scale) {
  if (!std::isfinite(weight)) return kGrey;
  const double share = scale > 0.0 ? std::clamp(weight / scale, -1.0, 1.0) : 0.0;
  const auto& end = share < 0.0 ? kBlue : kRed;
  std::array<std::uint8_t, 3> rgb{};
  for (std::size_t i = 0; i < rgb.size(); ++i) {
    rgb[i] = static_cast<std::uint8_t>(kWhite[i] + (end[i] - kWhite[i]) * std::abs(share));
  }
  return rgb;
}

}  // namespace

std::string png_uri(std::span<const std::uint8_t> bytes, int width, int height, int channels) {
  if (width < 1 || height < 1 ||
      bytes.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                          static_cast<std::size_t>(channels)) {
    throw std::invalid_argument("a picture is not of its own size");
  }
  std::vector<std::uint8_t> png;
  if (::stbi_write_png_to_func(&append, &png, width, height, channels, bytes.data(),
                               width * channels) == 0) {
    throw std::runtime_error("cannot make a PNG picture");
  }
  return "data:image/png;base64," + web::base64(png);
}

double scale_of(std::span<const double> weights) {
  std::vector<double> sizes;
  for (const double w : weights) {
    if (std::isfinite(w)) sizes.push_back(std::abs(w));
  }
  if (sizes.empty()) return 0.0;
  const auto position =
      static_cast<std::ptrdiff_t>(kShareWithinScale * static_cast<double>(sizes.size() - 1));
  std::nth_element(sizes.begin(), sizes.begin() + position, sizes.end());
  const double usual = *(sizes.begin() + position);
  return usual > 0.0 ? usual : *std::max_element(sizes.begin(), sizes.end());
}

std::string weights_uri(const Array& weights, Index row, double scale, int side) {
  std::vector<std::uint8_t> rgb;
  for (Index j = 0; j < weights.cols(); ++j) {
    const auto pixel = colour(weights(row, j), scale);
    rgb.insert(rgb.end(), pixel.begin(), pixel.end());
  }
  return png_uri(rgb, side, side, 3);
}

}  // namespace gradus::training
