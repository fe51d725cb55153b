#include "app/background_check.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gradus::app {
namespace {

/// Ends each text: what students' code prints reaches none of them as a control character.
constexpr char kEndOfText = '\f';
constexpr int kCannotGoOn = 3;

void write_all(int fd, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t n = ::write(fd, text.data() + at, text.size() - at);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return;  // Nobody is there to read it.
    at += static_cast<std::size_t>(n);
  }
}

[[noreturn]] void be_the_child(int to_parent, pid_t parent,
                               const std::function<int(const BackgroundCheck::Send&)>& work) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kCannotGoOn);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCONT}) std::signal(signal, SIG_DFL);
  const auto send = [&](const std::string& text) { write_all(to_parent, text + kEndOfText); };
  int status = kCannotGoOn;
  try {
    status = work(send);
  } catch (const std::exception& e) {
    send(std::string("gradus: ") + e.what() + "\n");
  }
  ::_exit(status);
}

}  // namespace

BackgroundCheck::BackgroundCheck(const std::function<int(const Send&)>& work) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::system_error(errno, std::generic_category(), "pipe");
  }
  from_child_.reset(ends[0]);
  sandbox::Descriptor to_parent(ends[1]);
  std::fflush(nullptr);
  const pid_t parent = ::getpid();
  child_ = ::fork();
  if (child_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child_ == 0) be_the_child(to_parent.get(), parent, work);
}

bool BackgroundCheck::succeeded() {
  int status = 0;
  const pid_t child = std::exchange(child_, -1);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

BackgroundCheck::~BackgroundCheck() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool BackgroundCheck::receive() {
  std::array<char, 4096> chunk{};
  const ssize_t n = ::read(from_child_.get(), chunk.data(), chunk.size());
  if (n < 0) return false;
  ended_ = n == 0;
  buffer_.append(chunk.data(), static_cast<std::size_t>(n));
  const std::size_t end = buffer_.rfind(kEndOfText);
  if (end == std::string::npos) return false;
  const std::size_t before = end == 0 ? std::string::npos : buffer_.rfind(kEndOfText, end - 1);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  text_ = buffer_.substr(start, end - start);
  buffer_.erase(0, end + 1);
  return true;
}

}  // namespace gradus::app
