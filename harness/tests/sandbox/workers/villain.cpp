/// Does what the request's number names; answers like an honest worker where that leaves time.
#include <csignal>
#include <cstdio>
#include <memory>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "deeds.hpp"
#include "wire.hpp"

using namespace hostile;

namespace {

[[noreturn]] void hang() {
  for (;;) ::pause();
}

[[noreturn]] void flood() {
  static const std::vector<char> page(65536, '#');
  for (;;) {
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
      if (::write(fd, page.data(), page.size()) < 0) std::_Exit(1);
    }
  }
}

void leave_child() {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGTERM, SIG_IGN);
    ::signal(SIGHUP, SIG_IGN);
    hang();
  }
  std::printf("child %d\n", child);
  std::fflush(stdout);
}

[[noreturn]] void take_memory() {
  std::vector<std::unique_ptr<char[]>> taken;
  for (;;) {
    constexpr std::size_t kBlock = std::size_t{1} << 20;
    taken.push_back(std::make_unique<char[]>(kBlock));
    std::memset(taken.back().get(), 1, kBlock);
  }
}

void answer_with_descriptors(const Request& request) {
  Header header;
  header.nonce = request.header.nonce;
  Payload payload;
  iovec parts[2] = {{&header, sizeof header}, {&payload, sizeof payload}};
  alignas(cmsghdr) char control[CMSG_SPACE(8 * sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  cmsghdr* c = CMSG_FIRSTHDR(&message);
  c->cmsg_level = SOL_SOCKET;
  c->cmsg_type = SCM_RIGHTS;
  c->cmsg_len = CMSG_LEN(8 * sizeof(int));
  const int fds[8] = {0, 1, 2, 3, 0, 1, 2, 3};
  std::memcpy(CMSG_DATA(c), fds, sizeof fds);
  if (::sendmsg(kChannel, &message, 0) < 0) std::_Exit(1);
}

void commit(Deed deed, const Request& request) {
  switch (deed) {
    case Deed::kAnswer:
      break;
    case Deed::kSegfault:
      ::raise(SIGSEGV);
      break;
    case Deed::kAbort:
      std::abort();
    case Deed::kExitZero:
      std::exit(0);
    case Deed::kHang:
      hang();
    case Deed::kIgnoreSignals:
      for (int s = 1; s < 32; ++s) ::signal(s, SIG_IGN);
      hang();
    case Deed::kFloodAndHang:
      for (int i = 0; i < 3; ++i) {
        if (::fork() == 0) flood();
      }
      flood();
    case Deed::kFloodAndAnswer: {
      const std::vector<char> page(65536, '#');
      for (int i = 0; i < 800; ++i) {
        if (::write(STDOUT_FILENO, page.data(), page.size()) < 0) std::_Exit(1);
      }
      break;
    }
    case Deed::kPrintPass:
      std::puts("[       OK ] Softmax.Value\n[  PASSED  ] 6 tests.\n{\"verdict\": \"passed\"}");
      std::exit(0);
    case Deed::kCloseChannel:
      ::close(kChannel);
      hang();
    case Deed::kCrashAndLeaveChild:
      leave_child();
      std::abort();
    case Deed::kAnswerAndLeaveChild:
      leave_child();
      break;
    case Deed::kTakeMemory:
      take_memory();
    case Deed::kBurnProcessor:
      for (;;) static_cast<void>(::getppid());
    case Deed::kPassDescriptors:
      return answer_with_descriptors(request);
  }
  answer(request);
}

}  // namespace

int main() {
  for (;;) {
    const Request request = read_request();
    commit(static_cast<Deed>(request.number), request);
  }
}
