// attack: puts escape sequences, markup and a flood into the compiler's errors
// expect: did_not_build
// because: the number of errors and their length are limited, and control bytes are shown as
//   numbers
#include "tp1/softmax.hpp"

static_assert(false, "\x1b[2J\x1b[32m tp1.softmax 4 / 4 \x1b[0m\r\u202e4 / 4\u2069<script>\x9b");
static_assert(sizeof(nn::Vector) == 0, "\x1b]0;owned\x07\x1b]8;;http://localhost/\x1b\\");

#define TEN(x) x x x x x x x x x x
#define MANY TEN(TEN(TEN(TEN(missing();))))

template <class...>
struct Long {};
template <class T, int depth>
struct Longer : Longer<Long<T, T, T, T, T, T>, depth - 1> {};
template <class T>
struct Longer<T, 0> {
  static_assert(sizeof(T) == 0);
};

nn::Vector tp1::softmax(const nn::Vector& logits) {
  MANY;
  Longer<int, 6> all;
  return all.logits;
}
