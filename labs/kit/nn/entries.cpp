#include "nn/entries.hpp"

#include <algorithm>
#include <new>

#include "nn/kernels.hpp"

namespace nn::detail {

namespace {

// Of the processors that we know, the length of a cache line and of the longest register.
constexpr std::align_val_t kLine{64};

// Fewer entries than these lie in the first cache in any case, and an aligned allocation takes
// longer than a plain one.
constexpr Index kMany = 4096;

std::size_t bytes(Index size) { return static_cast<std::size_t>(size) * sizeof(double); }

}  // namespace

double* Entries::allocate(Index size) {
  if (size == 0) return nullptr;
  return static_cast<double*>(size < kMany ? ::operator new(bytes(size))
                                           : ::operator new(bytes(size), kLine));
}

void Entries::release(double* data, Index size) noexcept {
  if (size < kMany) {
    ::operator delete(data);
  } else {
    ::operator delete(data, kLine);
  }
}

Entries::Entries(Index size, double value) : Entries(size) { kernels::fill(data_, value, size); }

Entries::Entries(const Entries& other) : Entries(other.size_) {
  std::copy_n(other.data_, size_, data_);
}

Entries& Entries::operator=(const Entries& other) {
  if (this == &other) return *this;
  if (size_ == other.size_) {
    std::copy_n(other.data_, size_, data_);
  } else {
    *this = Entries(other);
  }
  return *this;
}

bool Entries::operator==(const Entries& other) const {
  return std::equal(data_, data_ + size_, other.data_, other.data_ + other.size_);
}

}  // namespace nn::detail
