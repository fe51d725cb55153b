// attack: asks for a thousand million types
// expect: did_not_build
// because: the compiler's memory and time are limited
#include "tp1/softmax.hpp"

namespace {

template <int depth, int number>
struct Bomb {
  static constexpr long value =
      Bomb<depth - 1, 2 * number>::value + Bomb<depth - 1, 2 * number + 1>::value;
};

template <int number>
struct Bomb<0, number> {
  static constexpr long value = number;
};

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  return static_cast<double>(Bomb<29, 0>::value) * logits;
}
