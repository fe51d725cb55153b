// attack: answers with NaN of every kind, infinities, a negative zero and the smallest numbers,
//   for comparisons that say "not different" when they cannot compare
// expect: wrong
// because: a difference must be shown to be small; what cannot be compared is not
#include <bit>
#include <cstdint>
#include <limits>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const double treacherous[] = {std::numeric_limits<double>::signaling_NaN(),
                                std::numeric_limits<double>::quiet_NaN(),
                                std::bit_cast<double>(std::uint64_t{0xffffdeadbeef0001}),
                                std::numeric_limits<double>::infinity(),
                                -std::numeric_limits<double>::infinity(),
                                -0.0,
                                std::numeric_limits<double>::denorm_min()};
  nn::Vector p(logits.size());
  for (nn::Index i = 0; i < p.size(); ++i) p(i) = treacherous[i % 7];
  return p;
}
