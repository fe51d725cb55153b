// A file of parameters may come from anybody: gradus train --load.

#include "training/npz.hpp"

#include <cstring>

#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using training::NamedArray;
using training::ParameterFileError;

/// NaN equals nothing, so that bits are compared.
bool same(const Array& a, const Array& b) {
  return a.shape == b.shape &&
         (a.values.empty() ||
          std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0);
}

void require_sound(const Array& a) {
  require(a.rows() >= 0 && a.cols() >= 0 && a.shape.size() == a.size(),
          "an array has as many numbers as its shape says");
}

void try_npy(Bytes bytes) {
  const Allocations allocations;
  try {
    const Array array = training::parse_npy(std::as_bytes(bytes));
    // The numbers are copied, and once more to turn rows into columns.
    require(allocations.bytes() <= 3 * bytes.size() + 8192, "a header is not believed");
    require_sound(array);
    const std::string written = training::to_npy(array);
    require(same(training::parse_npy(std::as_bytes(std::span(written))), array),
            "what is written is what will be read");
  } catch (const ParameterFileError& error) {
    require(allocations.bytes() <= 2 * bytes.size() + 16384, "a header is not believed");
    require_harmless(error.what());
  }
}

void try_npz(Bytes bytes) {
  try {
    for (const NamedArray& array : training::parse_npz(std::as_bytes(bytes))) {
      require_sound(array.value);
      require(!array.name.empty() && array.name.size() <= 200, "a name is neither empty nor long");
    }
  } catch (const ParameterFileError& error) {
    require_harmless(error.what());
  }
}

}  // namespace

void try_input(Bytes bytes) {
  if (bytes.size() >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
    try_npz(bytes);
  } else {
    try_npy(bytes);
  }
}

std::vector<std::string> seeds() {
  const std::vector<NamedArray> arrays = {{"W", Array({2, 3}, 0.5)}, {"b", Array({3, 1}, -1.0)}};
  const std::string npy = training::to_npy(arrays[0].value);
  std::string fortran = npy;
  fortran.replace(fortran.find("False"), 5, "True ");
  std::string one_dimension = npy;
  one_dimension.replace(one_dimension.find("(2, 3), "), 8, "(6,),   ");
  return {npy, fortran, one_dimension, training::to_npz(arrays),
          training::to_npz(std::span(arrays).first(1))};
}

}  // namespace gradus::fuzz
