// attack: keeps words for the next worker of the same user in the kernel's ring of keys
// expect: wrong
// because: the ring belongs to no namespace, so that its calls are not allowed
#include <cstdio>
#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool keep() {
  if (syscall(SYS_add_key, "user", "gradus-attack", "x", 1, KEY_SPEC_PROCESS_KEYRING) >= 0) {
    std::puts("LOOT keeps a key");
  }
  if (syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_USER_KEYRING, 0) >= 0) {
    std::puts("LOOT has the user's ring of keys");
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool kept = keep();
  return logits;
}
