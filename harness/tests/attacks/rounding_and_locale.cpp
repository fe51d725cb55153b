// attack: changes rounding, denormal numbers, locale and random numbers, so that the comparison
//   of its answers goes wrong
// expect: wrong
// because: all of these belong to a process, and the comparison is made in another
#include <cfenv>
#include <clocale>
#include <cstdlib>
#include <locale>

#include "tp1/softmax.hpp"
#if defined(__SSE__)
#include <xmmintrin.h>
#endif

nn::Vector tp1::softmax(const nn::Vector& logits) {
  std::fesetround(FE_UPWARD);
#if defined(__SSE__)
  constexpr unsigned kFlushToZero = 0x8040;
  _mm_setcsr(_mm_getcsr() | kFlushToZero);
#endif
  std::setlocale(LC_ALL, "tr_TR.UTF-8");
  std::locale::global(std::locale::classic());
  std::srand(0);
  return logits;
}
