// attack: kills its whole process group, in the hope that the grader is in it
// expect: wrong or crashed
// because: every box is a group of its own; whether it may even kill itself does not matter
#include <csignal>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  kill(0, SIGKILL);
  return logits;
}
