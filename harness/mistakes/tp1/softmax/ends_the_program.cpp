// caught by: value
// says: Your function ends the whole program when it thinks that something is wrong, and nobody
//       learns what. Throw an exception instead, or better, find out why the condition holds here.
// notes: cpp_errors
// source: M123

#include <cstdlib>
#include <iostream>

#include "tp1/softmax.hpp"

namespace tp1 {

nn::Vector softmax(const nn::Vector& logits) {
  if (logits.size() != 10) {
    std::cerr << "softmax: expected 10 logits" << std::endl;
    std::exit(1);
  }
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}

}  // namespace tp1
