// attack: throws something that is no std::exception
// expect: wrong
// because: the worker catches everything; an exception where a number was asked for is a wrong
//   answer
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (logits.size() % 2 == 0) throw 20;
  throw nullptr;
}
