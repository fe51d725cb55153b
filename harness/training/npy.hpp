#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "protocol/array.hpp"

/// One array in numpy's format .npy, version 1.0: a magic number, a short header in the syntax of a
/// Python dictionary, then the raw numbers.
///
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
namespace gradus::training {

/// A file of parameters cannot be used. The message says what was expected and what is there.
class ParameterFileError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Little-endian doubles of two dimensions, row after row, as numpy.save writes them.
[[nodiscard]] std::string to_npy(const Array& array);

/// Reads doubles of one dimension (which becomes a column) or two, in either order.
///
/// Allocates only what the bytes really hold, whatever the header claims.
/// \throws ParameterFileError if the bytes are anything else
[[nodiscard]] Array parse_npy(std::span<const std::byte> bytes);

}  // namespace gradus::training
