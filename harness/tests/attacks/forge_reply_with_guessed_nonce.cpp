// attack: sends replies of its own before the right one, and guesses the number that they must
//   repeat
// expect: bad_reply
// because: the number has 64 bits and is drawn anew for every question; one wrong guess voids
//   the call
#include <cstdint>
#include <cstring>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  for (std::uint64_t guess = 0; guess < 16; ++guess) {
    char reply[64] = {'G', 'R', 'D', '1', 0, 0, 2, 0};
    std::memcpy(reply + 8, &guess, sizeof guess);
    if (write(3, reply, sizeof reply) < 0) break;
  }
  return logits;
}
