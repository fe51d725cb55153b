#include "mnist/cache.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <pwd.h>
#include <stdexcept>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace gradus::mnist {
namespace fs = std::filesystem;
namespace {

constexpr const char* kScratchPrefix = ".fetch-";

fs::path home() {
  const char* home = std::getenv("HOME");
  if (home != nullptr && *home == '/') return home;
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr && user->pw_dir != nullptr ? user->pw_dir : "";
}

}  // namespace

fs::path default_cache() {
  // The XDG specification says to ignore a value that is not absolute.
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache == '/') return fs::path(cache) / "gradus";
  const fs::path base = home();
  return base.empty() ? base : base / ".cache" / "gradus";
}

ScratchFolder::ScratchFolder(const fs::path& parent) {
  std::string name = (parent / (std::string(kScratchPrefix) + "XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("no temporary folder can be made in " + parent.string() + ": " +
                             std::strerror(errno));
  }
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

CacheLock::CacheLock(const fs::path& folder, std::chrono::seconds patience, const Say& say) {
  constexpr int kOwnerAndReaders = 0644;
  fd_ = ::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
               kOwnerAndReaders);
  if (fd_ < 0) return;
  const auto give_up = std::chrono::steady_clock::now() + patience;
  bool told = false;
  for (;;) {
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) {
      held_ = true;
      return;
    }
    if (errno != EWOULDBLOCK && errno != EINTR) return;
    if (std::chrono::steady_clock::now() >= give_up) return;
    if (!told && say) say("another run is fetching it; waiting for that one");
    told = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

CacheLock::~CacheLock() {
  if (fd_ >= 0) ::close(fd_);
}

void remove_leftovers(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename().string().rfind(kScratchPrefix, 0) != 0) continue;
    fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace gradus::mnist
