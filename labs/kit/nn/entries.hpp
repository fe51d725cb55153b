#pragma once

#include <cstddef>
#include <utility>

/// \file
/// Given code only: the memory of vectors and matrices.

namespace nn {

/// A position or a number of entries. Signed, so that `i - 1` and `i >= 0` mean what they say.
using Index = std::ptrdiff_t;

namespace detail {

/// A fixed number of doubles: a value, like them.
///
/// Unlike `std::vector` it can be made without writing a first value that is written over anyway,
/// and many entries begin at a cache line: a processor reads and writes them up to twice as fast.
class Entries {
 public:
  /// None.
  Entries() = default;

  /// `size` entries of no value: whoever asks for them writes each before anybody reads it.
  explicit Entries(Index size) : data_(allocate(size)), size_(size) {}

  /// `size` entries, each `value`.
  Entries(Index size, double value);

  Entries(const Entries& other);             ///< An independent copy.
  Entries& operator=(const Entries& other);  ///< An independent copy.

  /// Takes over the entries; `other` has none afterwards.
  Entries(Entries&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  /// Takes over the entries; `other` has none afterwards.
  Entries& operator=(Entries&& other) noexcept {
    Entries taken(std::move(other));
    std::swap(data_, taken.data_);
    std::swap(size_, taken.size_);
    return *this;
  }

  ~Entries() { release(data_, size_); }

  [[nodiscard]] double* data() { return data_; }
  [[nodiscard]] const double* data() const { return data_; }
  [[nodiscard]] Index size() const { return size_; }

  /// As many and the same. A NaN equals nothing.
  bool operator==(const Entries& other) const;

 private:
  static double* allocate(Index size);
  static void release(double* data, Index size) noexcept;

  double* data_ = nullptr;
  Index size_ = 0;
};

}  // namespace detail
}  // namespace nn
