// variant: With std::fill, through a helper template.
// source: V32

#include <algorithm>

#include "tp2/init.hpp"

namespace tp2 {
namespace {

template <class Range, class Number>
void set_all(Range& range, Number number) {
  std::fill(range.begin(), range.end(), number);
}

}  // namespace

void zero_init(Parameter& b) { set_all(b.data(), 0.0); }

}  // namespace tp2
