// attack: reaches into GoogleTest, to leave tests out or to declare them passed
// expect: passed
// because: the framework is not in the student's program, so that right code stays right and
//   nothing happens
#include <cstdio>

#include "tp1/softmax.hpp"

namespace testing {
class UnitTest {
 public:
  [[gnu::weak]] static UnitTest* GetInstance();
  int Run();
};
int UnitTest::Run() { return 0; }
}  // namespace testing

[[gnu::weak]] int RUN_ALL_TESTS() { return 0; }

nn::Vector tp1::softmax(const nn::Vector& logits) {
  if (&testing::UnitTest::GetInstance != nullptr) {
    std::puts("LOOT GoogleTest is here");
    std::fflush(stdout);
  }
  const nn::Vector e = exp(logits - max(logits));
  return e / sum(e);
}
