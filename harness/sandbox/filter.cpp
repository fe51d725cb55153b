#include "sandbox/filter.hpp"

#include <array>
#include <asm/ioctls.h>
#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "sandbox/descriptor.hpp"

namespace gradus::sandbox {
namespace {

// libseccomp's names: a call that this processor does not have gets a negative number, which is
// left out.
constexpr int kWorkerMayCall[] = {
    // The channel, and what is printed.
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(recvfrom),
    SCMP_SYS(sendto), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(select), SCMP_SYS(pselect6),
    // Files that it may see: the loader reads libraries.
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(pread64),
    SCMP_SYS(preadv), SCMP_SYS(lseek), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat),
    SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
    SCMP_SYS(getdents64), SCMP_SYS(dup), SCMP_SYS(dup2), SCMP_SYS(dup3),
    // Memory.
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    // Signals that it handles itself.
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    // Threads.
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(set_tid_address), SCMP_SYS(rseq),
    SCMP_SYS(arch_prctl), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(membarrier),
    SCMP_SYS(getcpu),
    // Time.
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(times), SCMP_SYS(getrusage),
    // Who and where it is.
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom),
    // Start and end; bubblewrap's own first process waits for the worker under the same filter.
    SCMP_SYS(execve), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(wait4)};

/// fchmodat2, which is younger than Debian 12's library; the number is that of every processor.
constexpr int kChmodAtWithFlags = 452;

constexpr int kCompilerMayNotCall[] = {
    // Other processes, and what the kernel keeps for everybody.
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(process_madvise), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp),
    SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(shmget), SCMP_SYS(shmat),
    SCMP_SYS(msgget), SCMP_SYS(msgsnd), SCMP_SYS(msgrcv), SCMP_SYS(semget), SCMP_SYS(semop),
    SCMP_SYS(semtimedop), SCMP_SYS(mq_open), SCMP_SYS(mq_unlink), SCMP_SYS(flock),
    // Whose a file is and who may open it: Landlock does not watch over that.
    SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), kChmodAtWithFlags, SCMP_SYS(chown),
    SCMP_SYS(lchown), SCMP_SYS(fchown), SCMP_SYS(fchownat), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr),
    SCMP_SYS(utime), SCMP_SYS(utimes), SCMP_SYS(futimesat), SCMP_SYS(utimensat),
    // The network, in every form.
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    // Namespaces, mounts, and other doors into the kernel.
    SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(mount), SCMP_SYS(umount), SCMP_SYS(umount2),
    SCMP_SYS(move_mount), SCMP_SYS(open_tree), SCMP_SYS(fsopen), SCMP_SYS(fsmount),
    SCMP_SYS(fspick), SCMP_SYS(mount_setattr), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(fanotify_init),
    SCMP_SYS(open_by_handle_at), SCMP_SYS(name_to_handle_at), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load),
    SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff),
    SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(syslog), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    SCMP_SYS(memfd_create), SCMP_SYS(memfd_secret), SCMP_SYS(personality), SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime), SCMP_SYS(sethostname), SCMP_SYS(ioperm), SCMP_SYS(iopl)};

constexpr int kSendsSignals[] = {SCMP_SYS(kill),
                                 SCMP_SYS(tkill),
                                 SCMP_SYS(tgkill),
                                 SCMP_SYS(rt_sigqueueinfo),
                                 SCMP_SYS(rt_tgsigqueueinfo),
                                 SCMP_SYS(pidfd_send_signal)};

class Rules {
 public:
  explicit Rules(std::uint32_t otherwise)
      : context_(::seccomp_init(otherwise), &::seccomp_release) {
    if (!context_) throw std::runtime_error("seccomp: out of memory");
    // A call in another processor's numbering is nothing that a compiler makes of honest code.
    check(::seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
  }

  void add(std::uint32_t action, std::span<const int> calls) {
    for (const int call : calls) add(action, call, {});
  }

  void add(std::uint32_t action, int call, std::span<const scmp_arg_cmp> arguments) {
    if (call < 0) return;
    check(::seccomp_rule_add_array(context_.get(), action, call,
                                   static_cast<unsigned>(arguments.size()), arguments.data()));
  }

  [[nodiscard]] Filter build() const {
    const Descriptor file(::memfd_create("filter", MFD_CLOEXEC));
    if (file.get() < 0) throw std::runtime_error("seccomp: no memory for the filter");
    check(::seccomp_export_bpf(context_.get(), file.get()));
    Filter filter(static_cast<std::size_t>(::lseek(file.get(), 0, SEEK_END)));
    if (::pread(file.get(), filter.data(), filter.size(), 0) !=
        static_cast<ssize_t>(filter.size())) {
      throw std::runtime_error("seccomp: the filter cannot be read back");
    }
    return filter;
  }

 private:
  static void check(int result) {
    if (result != 0) {
      throw std::runtime_error("seccomp refuses a rule (error " + std::to_string(-result) + ")");
    }
  }

  std::unique_ptr<void, decltype(&::seccomp_release)> context_;
};

constexpr std::uint32_t kForbid = SCMP_ACT_ERRNO(EPERM);

scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

}  // namespace

Filter run_filter(bool signals_stay_inside) {
  Rules rules(kForbid);
  rules.add(SCMP_ACT_ALLOW, kWorkerMayCall);
  if (signals_stay_inside) rules.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {});
  // A thread, and not a process. With clone3 the flags lie in memory, where no filter sees them:
  // the library falls back on clone if the kernel does not seem to know it.
  const std::array thread = {scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD}};
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), thread);
  rules.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {});
  for (const int request : {TCGETS, TIOCGWINSZ}) {  // isatty()
    const std::array looks = {equals(1, static_cast<unsigned>(request))};
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(ioctl), looks);
  }
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC}) {
    const std::array plain = {equals(1, static_cast<unsigned>(command))};
    rules.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), plain);
  }
  // Its own limits, which it cannot raise.
  const std::array own = {equals(0, 0)};
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), own);
  rules.add(SCMP_ACT_ALLOW, SCMP_SYS(getrlimit), {});
  return rules.build();
}

Filter compile_filter(bool signals_stay_inside) {
  Rules rules(SCMP_ACT_ALLOW);
  rules.add(kForbid, kCompilerMayNotCall);
  if (!signals_stay_inside) rules.add(kForbid, kSendsSignals);
  const std::array new_user = {scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER}};
  rules.add(kForbid, SCMP_SYS(clone), new_user);
  rules.add(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {});
  for (const int request : {TIOCSTI, TIOCLINUX}) {  // types into somebody's terminal
    const std::array types = {equals(1, static_cast<unsigned>(request))};
    rules.add(kForbid, SCMP_SYS(ioctl), types);
  }
  return rules.build();
}

}  // namespace gradus::sandbox
