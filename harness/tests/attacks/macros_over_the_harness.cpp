// attack: defines words of C++ and names of the harness as something else before and after
//   including headers
// expect: passed
// because: macros end with the file in which they stand; right code stays right
#define private public
#define protected public
#define assert(condition)
#define NDEBUG 1
#include "tp1/softmax.hpp"

#define main not_main
#define serve not_serve
#define answer not_answer
#define write not_write
#define TEST(suite, name) void suite##_##name()
#define EXPECT_EQ(a, b)
#define throw

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}
