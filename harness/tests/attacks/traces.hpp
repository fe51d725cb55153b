#pragma once

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

#include "tests/report/schema.hpp"

/// The traces that an attack leaves if it succeeds: in what is shown, in files, on the network,
/// among processes.
namespace gradus::attacks {

namespace fs = std::filesystem;

// What an attack can steal. Each could be a word of a program, so that a compiler that reads it as
// one quotes it.
inline constexpr const char* kSecretFile = "gradus_marker_file_5d1f";
inline constexpr const char* kSecretVariable = "gradus_marker_variable_91c4";
inline constexpr const char* kSecretSubmission = "gradus_marker_submission_c3e8";

/// With what an attack begins the line that says what it has got.
inline constexpr const char* kLoot = "LOOT";

/// Whether a text begins with a character that acts on terminals: a control character other than
/// the line break, or one that turns the direction of writing.
inline bool acts_on_terminal(std::string_view text) {
  const auto byte = [&text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return byte(0) != '\n';
  if (byte(0) == 0xc2) return byte(1) >= 0x80 && byte(1) <= 0x9f;  // U+0080 to U+009F
  if (byte(0) != 0xe2) return false;
  const bool overrides = byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae;  // U+202A to 202E
  const bool isolates = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;   // U+2066 to 2069
  return overrides || isolates;
}

/// What is in a text that must never be shown; nothing if all is well.
inline std::vector<std::string> traces_in(std::string_view text) {
  constexpr std::size_t kShown = 100;
  std::vector<std::string> found;
  for (const char* word : {kLoot, kSecretFile, kSecretVariable, kSecretSubmission}) {
    const std::size_t at = text.find(word);
    if (at != std::string_view::npos) found.emplace_back(text.substr(at, kShown));
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!acts_on_terminal(text.substr(i))) continue;
    found.push_back("a character that acts on terminals, at " + std::to_string(i));
    break;
  }
  return found;
}

/// The same for all strings of a document.
inline std::vector<std::string> traces_in(const nlohmann::json& document) {
  std::vector<std::string> found;
  if (document.is_string())
    return traces_in(std::string_view(document.get_ref<const std::string&>()));
  if (!document.is_structured()) return found;
  for (const auto& [key, value] : document.items()) {
    for (const std::string& trace : traces_in(value)) found.push_back(key + ": " + trace);
  }
  return found;
}

/// A file that is neither to be read nor changed.
class Canary {
 public:
  explicit Canary(fs::path path) : path_(std::move(path)) {
    std::ofstream(path_) << kSecretFile << "\n";
    // Readable for everybody, so that nothing but the box protects it.
    fs::permissions(path_, static_cast<fs::perms>(0644));
    before_ = look();
  }

  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] bool is_unchanged() const { return look() == before_; }

 private:
  [[nodiscard]] std::string look() const {
    struct stat status {};
    if (::lstat(path_.c_str(), &status) != 0) return "gone";
    std::string seen = test::content(path_);
    for (const auto number :
         {static_cast<long>(status.st_mode), static_cast<long>(status.st_uid),
          static_cast<long>(status.st_nlink), static_cast<long>(status.st_mtim.tv_sec),
          static_cast<long>(status.st_mtim.tv_nsec)}) {
      seen += " " + std::to_string(number);
    }
    return seen;
  }

  fs::path path_;
  std::string before_;
};

/// Where an attack may try to leave something.
inline std::vector<fs::path> public_folders() {
  return {"/tmp", "/var/tmp", "/dev/shm", "/run/lock", "/run", "/"};
}

/// The files of some folders that attacks have made: "gradus-attack" is in their names.
inline std::set<fs::path> leftovers(std::span<const fs::path> folders) {
  std::set<fs::path> found;
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      if (entry.path().filename().string().find("gradus-attack") != std::string::npos) {
        found.insert(entry.path());
      }
    }
  }
  return found;
}

/// Listens where attacks call: TCP and UDP on one port of the loopback interface, and a local
/// socket whose name is no file.
class Ears {
 public:
  Ears() {
    constexpr int kTries = 20;
    constexpr int kCallers = 20;
    for (int i = 0; i < kTries && port_ == 0; ++i) listen_on_a_port();
    if (port_ == 0) throw std::runtime_error("no port is free for TCP and UDP");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = local_name();
    std::memcpy(address.sun_path, name.data(), name.size());
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    local_ = make(AF_UNIX, SOCK_STREAM);
    check(::bind(local_, reinterpret_cast<const sockaddr*>(&address), size));
    check(::listen(local_, kCallers));
  }
  ~Ears() {
    for (const int fd : {tcp_, udp_, local_}) ::close(fd);
  }
  Ears(const Ears&) = delete;
  Ears& operator=(const Ears&) = delete;

  [[nodiscard]] int port() const { return port_; }
  /// It begins with a zero, as names do that are no files.
  [[nodiscard]] std::string local_name() const {
    return std::string(1, '\0') + "gradus-attack-" + std::to_string(port_);
  }

  /// Whether anybody has called since the last question.
  [[nodiscard]] bool has_heard() const {
    bool heard = false;
    for (const int ear : {tcp_, local_}) {
      const int caller = ::accept4(ear, nullptr, nullptr, SOCK_CLOEXEC);
      heard = heard || caller >= 0;
      if (caller >= 0) ::close(caller);
    }
    std::array<char, 64> word{};
    return ::recv(udp_, word.data(), word.size(), 0) >= 0 || heard;
  }

 private:
  static void check(int result) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), "socket");
  }

  static int make(int family, int type) {
    const int fd = ::socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    check(fd);
    return fd;
  }

  void listen_on_a_port() {
    for (const int fd : {tcp_, udp_}) {
      if (fd >= 0) ::close(fd);
    }
    tcp_ = make(AF_INET, SOCK_STREAM);
    udp_ = make(AF_INET, SOCK_DGRAM);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    check(::bind(tcp_, any, size));
    check(::listen(tcp_, 1));
    check(::getsockname(tcp_, any, &size));
    if (::bind(udp_, any, size) == 0) port_ = ntohs(address.sin_port);
  }

  int tcp_ = -1;
  int udp_ = -1;
  int local_ = -1;
  int port_ = 0;
};

/// Waits for the end of every process that has this one for its parent. Whoever takes in orphans
/// has the survivors of its children for children. \return false if one lives on
inline bool no_child_lives_on(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const pid_t ended = ::waitpid(-1, nullptr, WNOHANG);
    if (ended < 0 && errno == ECHILD) return true;
    if (ended > 0) continue;
    if (std::chrono::steady_clock::now() >= until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

/// Processes whose command line or program mentions a path.
inline std::vector<pid_t> processes_that_mention(const std::string& path) {
  std::vector<pid_t> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/proc", ignored)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    const std::string program = fs::read_symlink(entry.path() / "exe", ignored);
    if (program.find(path) != std::string::npos ||
        test::content(entry.path() / "cmdline").find(path) != std::string::npos) {
      found.push_back(std::stoi(name));
    }
  }
  return found;
}

}  // namespace gradus::attacks
