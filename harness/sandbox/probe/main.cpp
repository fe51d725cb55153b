/// A program that tries what a confined program must not be able to do, and prints what came of it:
/// a line "closed NAME" or "open NAME" for each attempt, and "done" at the end.
///
/// Usage: probe run|compile GRADER CANARY PORT
///   GRADER  process number of the grader
///   CANARY  a file of the grader's user outside the box
///   PORT    of the loopback interface, on which the grader listens
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <string>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

void tell(const char* what, bool open) { std::printf("%s %s\n", open ? "open" : "closed", what); }

bool can_open(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0) return false;
  ::close(fd);
  return true;
}

bool can_read(const std::string& path) { return can_open(path, O_RDONLY); }

void try_processes(pid_t grader) {
  tell("signal to the grader", ::kill(grader, 0) == 0);
  tell("tracing of the grader", ::ptrace(PTRACE_SEIZE, grader, nullptr, nullptr) == 0);
  char byte = 0;
  const iovec here{&byte, 1};
  const iovec there{const_cast<char*>(environ[0]), 1};
  errno = 0;
  // A wrong address is none of the kernel's objections.
  tell("memory of the grader",
       ::process_vm_readv(grader, &here, 1, &there, 1, 0) >= 0 || errno == EFAULT);
  const std::string proc = "/proc/" + std::to_string(grader);
  tell("environment of the grader", can_read(proc + "/environ"));
  tell("memory file of the grader", can_read(proc + "/mem"));
  tell("environment of process 1", can_read("/proc/1/environ"));
}

void try_files(const std::string& canary) {
  tell("reading a file outside", can_read(canary));
  tell("writing a file outside", can_open(canary, O_WRONLY));
  tell("new mode of a file outside", ::chmod(canary.c_str(), 0644) == 0);
  const std::string folder = canary.substr(0, canary.rfind('/'));
  tell("new file outside", can_open(folder + "/new", O_WRONLY | O_CREAT | O_EXCL));
  tell("new file in /tmp", can_open("/tmp/gradus-probe", O_WRONLY | O_CREAT | O_TRUNC));
  tell("new file in /dev/shm", can_open("/dev/shm/gradus-probe", O_WRONLY | O_CREAT | O_TRUNC));
  tell("list of users", can_read("/etc/passwd"));
}

void try_network(int port) {
  const int tcp = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  tell(
      "connection to the grader",
      tcp >= 0 && ::connect(tcp, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  tell("TCP socket", tcp >= 0);
  tell("UDP socket", ::socket(AF_INET, SOCK_DGRAM, 0) >= 0);
  tell("local socket", ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  tell("socket of virtual machines", ::socket(AF_VSOCK, SOCK_STREAM, 0) >= 0);
}

void try_kernel() {
  constexpr int kQueue = 1 << 20;
  char parameters[256] = {};
  tell("io_uring", ::syscall(SYS_io_uring_setup, 1, parameters) >= 0);
  tell("file in memory", ::syscall(SYS_memfd_create, "probe", 0) >= 0);
  tell("shared memory", ::syscall(SYS_shmget, IPC_PRIVATE, kQueue, 0600) >= 0);
  tell("key ring", ::syscall(SYS_keyctl, 0, -3, 0) >= 0);
  tell("new user namespace", ::unshare(CLONE_NEWUSER) == 0);
}

void try_itself(bool runs) {
  tell("further privileges", ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0 || ::geteuid() == 0);
  rlimit limit{};
  tell("core dumps", ::getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_max > 1);
  tell("endless processor time",
       ::getrlimit(RLIMIT_CPU, &limit) != 0 || limit.rlim_max == RLIM_INFINITY);
  constexpr std::size_t kMuch = std::size_t{8} << 30;
  tell("endless memory", ::mmap(nullptr, kMuch, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED);
  bool inherited = false;
  for (int fd = 3; fd < 1024; ++fd) inherited = inherited || ::fcntl(fd, F_GETFD) >= 0;
  tell("descriptors of the grader", inherited);
  bool secret = false;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    bool known = false;
    for (const char* name : {"PATH=", "LC_ALL=", "HOME=", "GLIBC_TUNABLES=", "TMPDIR=", "PWD="}) {
      known = known || std::strncmp(*variable, name, std::strlen(name)) == 0;
    }
    secret = secret || !known;
  }
  tell("environment of the grader's caller", secret);
  tell("terminal", can_open("/dev/tty", O_RDWR));
  if (!runs) return;
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  tell("further processes", child >= 0);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const bool runs = std::strcmp(argv[1], "run") == 0;
  try_files(argv[3]);
  try_network(std::atoi(argv[4]));
  try_kernel();
  try_itself(runs);
  try_processes(std::atoi(argv[2]));
  std::puts("done");
  return 0;
}
