// attack: gives the kernel programs to run, counts its events, or handles its page faults: the
//   usual first steps of an exploit
// expect: wrong
// because: what is not needed for arithmetic is not allowed, so that there is little to exploit
#include <cstdio>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

void check(const char* what, long result) {
  if (result < 0) return;
  std::printf("LOOT %s\n", what);
  std::fflush(stdout);
}

bool enter() {
  union bpf_attr map {};
  map.map_type = BPF_MAP_TYPE_ARRAY;
  map.key_size = 4;
  map.value_size = 8;
  map.max_entries = 1;
  check("made a map for kernel programs", syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map));
  perf_event_attr event{};
  event.type = PERF_TYPE_SOFTWARE;
  event.size = sizeof event;
  event.config = PERF_COUNT_SW_CPU_CLOCK;
  event.exclude_kernel = 1;
  check("counts events", syscall(SYS_perf_event_open, &event, 0, -1, -1, 0));
  constexpr int kUserModeOnly = 1;
  check("handles page faults", syscall(SYS_userfaultfd, kUserModeOnly));
  check("compares files of processes", syscall(SYS_kcmp, getpid(), getppid(), 0, 0, 0));
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool entered = enter();
  return logits;
}
