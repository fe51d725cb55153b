#include "tests/session/terminal.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>

namespace gradus::session {
namespace {

using namespace std::chrono_literals;

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// Text without what only steers a terminal.
std::string plain(const std::string& raw) {
  std::string text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\x1b' && i + 1 < raw.size() && raw[i + 1] == '[') {
      i = raw.find_first_not_of("0123456789;?", i + 2);
      if (i == std::string::npos) break;
    } else if (raw[i] != '\r') {
      text += raw[i];
    }
  }
  return text;
}

}  // namespace

Terminal::Terminal(const std::vector<std::string>& command,
                   const std::vector<Variable>& environment) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);
  winsize size{};
  size.ws_col = 80;
  size.ws_row = 40;
  int terminal = -1;
  program_ = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (program_ < 0) throw std::system_error(errno, std::generic_category(), "forkpty");
  if (program_ == 0) {
    ::execve(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
  terminal_.reset(terminal);
}

Terminal::~Terminal() {
  if (program_ > 0) {
    ::kill(program_, SIGKILL);
    end();
  }
}

void Terminal::type(const std::string& keys) const {
  if (::write(terminal_.get(), keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) {
    throw std::system_error(errno, std::generic_category(), "write");
  }
}

bool Terminal::read_more(std::chrono::milliseconds patience) {
  pollfd output{terminal_.get(), POLLIN, 0};
  if (::poll(&output, 1, static_cast<int>(patience.count())) != 1) return false;
  std::array<char, 4096> chunk{};
  const ssize_t n = ::read(terminal_.get(), chunk.data(), chunk.size());
  if (n <= 0) return false;
  raw_.append(chunk.data(), static_cast<std::size_t>(n));
  text_ = plain(raw_);
  return true;
}

bool Terminal::shows(const std::string& text) {
  const auto deadline = std::chrono::steady_clock::now() + 60s;
  for (;;) {
    const std::size_t at = text_.find(text, mark_);
    if (at != std::string::npos) {
      mark_ = at + text.size();
      return true;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left <= 0ms || !read_more(left)) return false;
  }
}

bool Terminal::is_raw() const {
  termios state{};
  if (::tcgetattr(terminal_.get(), &state) != 0) {
    throw std::system_error(errno, std::generic_category(), "tcgetattr");
  }
  return (state.c_lflag & ICANON) == 0;
}

int Terminal::end() {
  // A program whose output nobody reads may wait for ever.
  while (read_more(60s)) {
  }
  int status = 0;
  while (::waitpid(std::exchange(program_, -1), &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace gradus::session
