// attack: talks to another student's worker through locks on libraries that both can read
// expect: wrong
// because: locks know no walls, so that the calls for them are not allowed
#include <cstdio>
#include <fcntl.h>
#include <link.h>
#include <sys/file.h>

#include "tp1/softmax.hpp"

namespace {

int lock(dl_phdr_info* info, std::size_t, void*) {
  const int file = open(info->dlpi_name, O_RDONLY);
  if (file < 0) return 0;
  struct flock region {};
  region.l_type = F_RDLCK;
  if (flock(file, LOCK_EX | LOCK_NB) == 0) std::printf("LOOT locked %s\n", info->dlpi_name);
  if (fcntl(file, F_SETLK, &region) == 0) std::printf("LOOT locked a part\n");
  if (fcntl(file, F_OFD_SETLK, &region) == 0) std::printf("LOOT locked a part of an open file\n");
  if (fcntl(file, F_SETLEASE, F_RDLCK) == 0) std::printf("LOOT has a lease\n");
  std::fflush(stdout);
  return 0;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const int locked = dl_iterate_phdr(lock, nullptr);
  return logits;
}
