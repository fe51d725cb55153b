// attack: asks for a line of a thousand million numbers, by ten short macros
// expect: did_not_build
// because: the compiler's memory and time are limited
#include "tp1/softmax.hpp"

#define TWO(...) __VA_ARGS__ __VA_ARGS__
#define TEN(...) TWO(__VA_ARGS__ __VA_ARGS__ __VA_ARGS__ __VA_ARGS__ __VA_ARGS__)
#define N1 TEN(1, )
#define N2 TEN(N1)
#define N3 TEN(N2)
#define N4 TEN(N3)
#define N5 TEN(N4)
#define N6 TEN(N5)
#define N7 TEN(N6)
#define N8 TEN(N7)
#define N9 TEN(N8)

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static const double numbers[] = {N9};
  return numbers[0] * logits;
}
