#include "sandbox/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "sandbox/landlock.hpp"

namespace gradus::sandbox {
namespace {

/// Reads of one stream at a time: a program that never stops printing must not keep us reading past
/// every deadline.
constexpr int kReadsAtOnce = 64;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

void limit(__rlimit_resource what, std::uint64_t soft, std::uint64_t hard) {
  const rlimit value{soft, hard};
  ::setrlimit(what, &value);
}

void apply(const Limits& limits) {
  const auto cpu = static_cast<std::uint64_t>(limits.cpu.count());
  limit(RLIMIT_CPU, cpu, cpu + 1);
  // Not 0: some systems hand the dumps to a program, which only a limit of 1 keeps from starting.
  limit(RLIMIT_CORE, 1, 1);
  limit(RLIMIT_MEMLOCK, 0, 0);
  limit(RLIMIT_MSGQUEUE, 0, 0);
  limit(RLIMIT_FSIZE, limits.file_size, limits.file_size);
  limit(RLIMIT_NOFILE, limits.open_files, limits.open_files);
  if (limits.address_space != 0) limit(RLIMIT_AS, limits.address_space, limits.address_space);
}

/// A name without a folder, looked for where the documentation says and not in the caller's PATH.
std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const std::string in_bin = "/bin/" + name;
  return ::access(in_bin.c_str(), X_OK) == 0 ? in_bin : "/usr/bin/" + name;
}

/// A file of nothing but memory that holds these bytes, to be read from the start.
Descriptor in_memory(const Filter& bytes) {
  Descriptor file(::memfd_create("filter", MFD_CLOEXEC));
  if (file.get() < 0 || ::write(file.get(), bytes.data(), bytes.size()) < 0 ||
      ::lseek(file.get(), 0, SEEK_SET) != 0) {
    fail("memfd");
  }
  return file;
}

/// What the child gets as descriptors 0, 1, ...; -1: closed.
using Inherited = std::array<int, kStatusDescriptor + 1>;

/// What the child needs between fork and exec, made ready before.
struct Start {
  const char* program;
  char* const* argv;
  const char* directory;
  bool temporaries_here;
  const Limits& limits;
  const Walls& walls;
  Inherited inherited;
  int failure;  ///< where to say why the program could not be started
  pid_t parent;
  sigset_t signals;  ///< those that the program finds blocked
};

/// Why the child did not become the program.
struct Failure {
  int reason;           ///< errno
  bool at_the_program;  ///< all was ready, but the program cannot be executed
};

/// Tells the parent what went wrong and ends the child.
[[noreturn]] void give_up(int failure, bool at_the_program = false) {
  const Failure what{errno, at_the_program};
  [[maybe_unused]] const ssize_t n = ::write(failure, &what, sizeof what);
  ::_exit(127);
}

/// Puts the descriptors in their places and closes all others.
/// \return where to say that something failed; it closes by itself when the program starts
int arrange(const Inherited& inherited, int failure) {
  // First out of the way, so that no descriptor is overwritten before it is used.
  Inherited high{};
  for (std::size_t i = 0; i < inherited.size(); ++i) {
    if (inherited[i] < 0) continue;
    high[i] = ::fcntl(inherited[i], F_DUPFD, 100);
    if (high[i] < 0) give_up(failure);
  }
  int moved = ::fcntl(failure, F_DUPFD, 100);
  if (moved < 0) give_up(failure);
  for (std::size_t i = 0; i < high.size(); ++i) {
    const int place = static_cast<int>(i);
    if (inherited[i] < 0) {
      ::close(place);
    } else if (::dup2(high[i], place) < 0) {
      give_up(moved);
    }
  }
  const int last = static_cast<int>(high.size());
  if (::dup3(moved, last, O_CLOEXEC) < 0) give_up(moved);
  if (::syscall(SYS_close_range, last + 1, ~0U, 0U) != 0) give_up(last);
  return last;
}

bool put_on(const Filter& filter) {
  const sock_fprog program{static_cast<unsigned short>(filter.size() / sizeof(sock_filter)),
                           reinterpret_cast<sock_filter*>(const_cast<std::byte*>(filter.data()))};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// The leash: if the grader is killed, its children go with it.
void die_with(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(126);
}

/// Between fork and exec: async-signal-safe calls only.
[[noreturn]] void become(const Start& start) {
  die_with(start.parent);
  ::setpgid(0, 0);
  const Walls& walls = start.walls;
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::signal(SIGPIPE, SIG_DFL);
  if (walls.user) {
    const unsigned user = *walls.user;
    if (::setgroups(0, nullptr) != 0 || ::setresgid(user, user, user) != 0 ||
        ::setresuid(user, user, user) != 0) {
      give_up(start.failure);
    }
    die_with(start.parent);  // A change of user takes the leash off.
  }
  if (::chdir(start.directory) != 0) give_up(start.failure);
  if (walls.rules && !landlock_restrict(walls.rules->get())) give_up(start.failure);
  const int failure = arrange(start.inherited, start.failure);
  apply(start.limits);
  if (walls.processes) limit(RLIMIT_NPROC, *walls.processes, *walls.processes);
  if (!walls.filter.empty() && !walls.bubblewrap && !put_on(walls.filter)) give_up(failure);

  // Nothing of the caller's environment goes in: it may hold secrets, and it may change results.
  // The tunable asks for large pages: the first touch of a small one takes microseconds.
  const std::array<const char*, 6> environment = {"PATH=/usr/bin:/bin",
                                                  "LC_ALL=C.UTF-8",
                                                  "HOME=/nonexistent",
                                                  "GLIBC_TUNABLES=glibc.malloc.hugetlb=1",
                                                  start.temporaries_here ? "TMPDIR=." : nullptr,
                                                  nullptr};
  ::sigprocmask(SIG_SETMASK, &start.signals, nullptr);
  ::execve(start.program, start.argv, const_cast<char* const*>(environment.data()));
  give_up(failure, true);
}

/// Has a child become the program.
///
/// It borrows our memory until then, as copying the page tables of a large grader takes longer than
/// all the rest; but not if it changes its user on the way, who must not hold our memory for even a
/// moment. Meanwhile no signal may come: its handler would work on our memory too.
pid_t start_child(Start& start) {
  sigset_t all;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &start.signals);
  pid_t child = -1;
  if (start.walls.user) {
    child = ::fork();
    if (child == 0) become(start);
  } else {
    constexpr std::size_t kStack = std::size_t{32} << 10;
    alignas(16) std::array<std::byte, kStack> stack;
    const auto run = [](void* what) -> int { become(*static_cast<const Start*>(what)); };
    child = ::clone(run, stack.data() + stack.size(), CLONE_VM | CLONE_VFORK | SIGCHLD, &start);
  }
  const int error = errno;
  ::pthread_sigmask(SIG_SETMASK, &start.signals, nullptr);
  errno = error;
  return child;
}

}  // namespace

std::string End::describe() const {
  if (kind == Kind::kNeverStarted) return "could not be started";
  if (kind == Kind::kExited) return "exited with status " + std::to_string(code);
  return "was ended by signal " + std::to_string(code) + " (" + ::strsignal(code) + ")";
}

Process::Process(const Command& command, const Limits& limits, Channel channel)
    : keep_(limits.output) {
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  std::array<int, 2> sockets = {-1, -1};
  std::array<int, 2> started{};
  const Descriptor in(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  if (in.get() < 0) fail("/dev/null");
  if (::pipe2(out.data(), O_CLOEXEC) != 0) fail("pipe");
  Descriptor out_read(out[0]);
  const Descriptor out_write(out[1]);
  if (::pipe2(err.data(), O_CLOEXEC) != 0) fail("pipe");
  Descriptor err_read(err[0]);
  const Descriptor err_write(err[1]);
  if (::pipe2(started.data(), O_CLOEXEC) != 0) fail("pipe");
  const Descriptor started_read(started[0]);
  Descriptor started_write(started[1]);
  if (channel == Channel::kSocket &&
      ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    fail("socketpair");
  }
  Descriptor ours(sockets[0]);
  const Descriptor theirs(sockets[1]);
  Descriptor filter;
  Descriptor status_write;
  if (command.walls.bubblewrap) {
    std::array<int, 2> status{};
    if (::pipe2(status.data(), O_CLOEXEC) != 0) fail("pipe");
    bubblewrap_.reset(status[0]);
    status_write.reset(status[1]);
    filter = in_memory(command.walls.filter);
  }
  for (const int fd : {out[0], err[0], sockets[0]}) {
    if (fd >= 0) ::fcntl(fd, F_SETFL, O_NONBLOCK);
  }

  const std::string program = find_program(command.argv.at(0));
  std::vector<char*> argv;
  for (const std::string& a : command.argv) argv.push_back(const_cast<char*>(a.c_str()));
  argv.push_back(nullptr);

  Start start{
      program.c_str(),
      argv.data(),
      command.directory.c_str(),
      command.temporaries_here,
      limits,
      command.walls,
      {in.get(), out_write.get(), err_write.get(), theirs.get(), filter.get(), status_write.get()},
      started_write.get(),
      ::getpid(),
      {}};
  pid_ = start_child(start);
  if (pid_ < 0) fail("cannot make a process");
  ::setpgid(pid_, pid_);  // Also here: whoever comes first, a kill of the group must find it.

  // A program that cannot be started must not look like one that crashed.
  started_write.reset(-1);
  Failure failure{};
  ssize_t n = 0;
  while ((n = ::read(started_read.get(), &failure, sizeof failure)) < 0 && errno == EINTR) {
  }
  if (n > 0) {
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    const std::error_code why(failure.reason, std::generic_category());
    const std::string what = "cannot start " + program;
    if (failure.at_the_program && ::access(program.c_str(), F_OK) == 0) {
      throw NotExecutable(why, what);
    }
    throw std::system_error(why, what);
  }
  channel_ = ours.release();
  out_.fd = out_read.release();
  err_.fd = err_read.release();
}

Process::~Process() {
  kill();
  for (const int fd : {channel_, out_.fd, err_.fd}) {
    if (fd >= 0) ::close(fd);
  }
}

void Process::drain(Stream& stream) const {
  std::array<char, 16384> buffer;
  for (int i = 0; i < kReadsAtOnce && stream.fd >= 0; ++i) {
    const ssize_t n = ::read(stream.fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return;
    if (n == 0) {
      ::close(stream.fd);
      stream.fd = -1;
      return;
    }
    const std::size_t room = keep_ - std::min(keep_, stream.text.size());
    stream.text.append(buffer.data(), std::min(room, static_cast<std::size_t>(n)));
  }
}

void Process::drain() {
  drain(out_);
  drain(err_);
}

bool Process::wait_until(Clock::time_point deadline) {
  while (out_.fd >= 0 || err_.fd >= 0) {
    std::array<pollfd, 2> watched = {pollfd{out_.fd, POLLIN, 0}, pollfd{err_.fd, POLLIN, 0}};
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    ::poll(watched.data(), watched.size(), static_cast<int>(std::min<long>(left, 1000)));
    drain();
  }
  // Output is closed, so the end is near: but a program may close its output and live on.
  while (pid_ > 0) {
    // Left unreaped until its group is killed: until then nobody else can get that number.
    siginfo_t ended{};
    if (::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
        ended.si_pid == pid_) {
      kill();
      return true;
    }
    if (Clock::now() >= deadline) return false;
    ::poll(nullptr, 0, 1);
  }
  return true;
}

End Process::decode(int status) {
  const End own = WIFSIGNALED(status) ? End{End::Kind::kSignalled, WTERMSIG(status)}
                                      : End{End::Kind::kExited, WEXITSTATUS(status)};
  if (bubblewrap_.get() < 0 || own.kind == End::Kind::kSignalled) return own;
  // It tells the status of its program only if that could be started.
  std::array<char, 512> told{};
  const ssize_t n = ::read(bubblewrap_.get(), told.data(), told.size() - 1);
  bubblewrap_.reset(-1);
  if (n <= 0 || std::strstr(told.data(), "\"exit-code\"") == nullptr) {
    return {End::Kind::kNeverStarted, own.code};
  }
  // As a shell does, it adds 128 to the number of a signal.
  return own.code > 128 ? End{End::Kind::kSignalled, own.code - 128} : own;
}

void Process::signal(int number) const {
  if (pid_ > 0) ::kill(-pid_, number);
}

End Process::kill() {
  if (pid_ > 0) {
    ::kill(-pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    end_ = decode(status);
    pid_ = -1;
    drain();
  }
  return end_;
}

Outcome run(const Command& command, const Limits& limits, std::chrono::milliseconds time_limit) {
  Process process(command, limits);
  Outcome outcome;
  outcome.timed_out = !process.wait_until(Clock::now() + time_limit);
  outcome.end = process.kill();
  outcome.output = process.output();
  outcome.errors = process.errors();
  if (outcome.end.kind == End::Kind::kNeverStarted) {
    throw std::runtime_error("the isolation does not start: " + outcome.errors);
  }
  return outcome;
}

}  // namespace gradus::sandbox
