// attack: sends half of a reply's head and then nothing
// expect: timed_out
// because: reading is under the same deadline as everything else
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const char half[16] = {'G', 'R', 'D', '1'};
  if (write(3, half, sizeof half) < 0) return logits;
  volatile bool forever = true;
  while (forever) {
  }
  return logits;
}
