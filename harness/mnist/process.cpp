#include "mnist/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxMessage = 600;
constexpr std::size_t kKeptOutput = 4096;
constexpr int kCannotStart = 127;

[[noreturn]] void throw_system_error(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_system_error("no pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  ~Pipe() {
    ::close(read_end);
    close_write_end();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_write_end() {
    if (write_end >= 0) ::close(write_end);
    write_end = -1;
  }
};

/// What the child does between fork and exec: only calls that are safe there (no allocation), as
/// another thread may have held the allocator's lock at the fork.
[[noreturn]] void become_program(char* const* arguments, const char* folder, int output,
                                 pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kCannotStart);
  const int nothing = ::open("/dev/null", O_RDONLY);
  if (nothing < 0 || ::chdir(folder) != 0 || ::dup2(nothing, STDIN_FILENO) < 0 ||
      ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(output, STDERR_FILENO) < 0) {
    ::_exit(kCannotStart);
  }
  ::execv(arguments[0], arguments);
  ::_exit(kCannotStart);
}

/// Reads once: the number of bytes, 0 at the end of the output, negative if there is nothing now.
ssize_t read_some(int fd, std::string& text) {
  std::array<char, 4096> buffer{};
  const ssize_t got = ::read(fd, buffer.data(), buffer.size());
  if (got <= 0) return got;
  text.append(buffer.data(), static_cast<std::size_t>(got));
  if (text.size() > 2 * kKeptOutput) text.erase(0, text.size() - kKeptOutput);
  return got;
}

/// The last lines that say something, as one line of bounded length and of printable characters.
std::string last_words(const std::string& output) {
  std::istringstream lines(output);
  std::vector<std::string> kept;
  for (std::string line; std::getline(lines, line);) {
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    if (line.find_first_not_of(' ') != std::string::npos) kept.push_back(line);
  }
  constexpr std::size_t kLines = 3;
  std::string text;
  for (std::size_t i = kept.size() > kLines ? kept.size() - kLines : 0; i < kept.size(); ++i) {
    text += (text.empty() ? "" : "; ") + kept[i];
  }
  return text.size() > kMaxMessage ? text.substr(0, kMaxMessage) + " ..." : text;
}

/// Waits for the child until the deadline while it reads its output; true if it ended in time.
///
/// The end of the output is not the end of the child, nor the other way round (a grandchild may
/// hold the pipe), so both are watched.
bool wait_for(pid_t child, int output, Clock::time_point deadline, std::string& text, int& status) {
  bool open = true;
  while (Clock::now() < deadline) {
    constexpr int kPollMilliseconds = 50;
    pollfd watched{open ? output : -1, POLLIN, 0};
    if (::poll(&watched, 1, kPollMilliseconds) > 0) open = read_some(output, text) != 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended != child) continue;
    ::fcntl(output, F_SETFL, O_NONBLOCK);
    while (open && read_some(output, text) > 0) {
    }
    return true;
  }
  return false;
}

int exit_code(int status) {
  constexpr int kSignalBase = 128;
  return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalBase + WTERMSIG(status);
}

}  // namespace

std::optional<fs::path> find_program(const std::string& name, const std::string& search_path) {
  std::istringstream folders(search_path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (folder.empty()) continue;
    const fs::path candidate = fs::path(folder) / name;
    std::error_code ignored;
    if (fs::is_regular_file(candidate, ignored) && ::access(candidate.c_str(), X_OK) == 0) {
      return fs::absolute(candidate);
    }
  }
  return std::nullopt;
}

ProgramResult run_program(const std::vector<std::string>& command, const fs::path& folder,
                          std::chrono::seconds deadline) {
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const std::string folder_name = folder.string();
  const pid_t parent = ::getpid();

  Pipe output;
  const pid_t child = ::fork();
  if (child < 0) throw_system_error("cannot start " + command.front());
  if (child == 0) {
    become_program(arguments.data(), folder_name.c_str(), output.write_end, parent);
  }
  ::setpgid(child, child);
  output.close_write_end();

  ProgramResult result;
  std::string text;
  int status = 0;
  if (!wait_for(child, output.read_end, Clock::now() + deadline, text, status)) {
    result.timed_out = true;
    ::kill(-child, SIGKILL);
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  result.exit_code = exit_code(status);
  result.message = last_words(text);
  return result;
}

}  // namespace gradus::mnist
