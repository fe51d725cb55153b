// attack: asks the compiler for plugins, other options, other names and silence, from inside the
//   file
// expect: passed
// because: the options are the grader's; what a file can ask for concerns that file alone
#pragma GCC plugin "/tmp/gradus-attack.so"
#pragma GCC dependency "tp1/softmax.hpp"
#pragma GCC system_header
#pragma GCC diagnostic ignored "-Wreturn-type"
#pragma comment(lib, "/tmp/gradus-attack.so")
#include "tp1/softmax.hpp"

#pragma GCC push_options
#pragma GCC optimize("-fplugin=/tmp/gradus-attack.so")
#pragma GCC optimize("O3", "unroll-loops")
#pragma GCC poison getenv system
#pragma redefine_extname write gradus_write
#pragma weak main

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}
#pragma GCC pop_options
