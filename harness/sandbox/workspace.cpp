#include "sandbox/workspace.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "gradus-work-";

/// Holds a folder, unless somebody else does.
Descriptor hold(const fs::path& folder) {
  Descriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (held.get() >= 0 && ::flock(held.get(), LOCK_EX | LOCK_NB) != 0) held.reset(-1);
  return held;
}

/// Removes our own folders that nobody holds any more.
void sweep(const fs::path& parent) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(parent, ignored)) {
    if (!entry.path().filename().string().starts_with(kPrefix)) continue;
    const Descriptor held = hold(entry.path());
    struct stat status {};
    if (held.get() < 0 || ::fstat(held.get(), &status) != 0) continue;
    if (status.st_uid == ::geteuid()) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

Workspace::Workspace() {
  const char* chosen = std::getenv("TMPDIR");
  // Programs are started in other folders, so that a relative path would lead them elsewhere.
  const fs::path parent = fs::absolute(chosen == nullptr ? "/tmp" : chosen);
  sweep(parent);
  std::string name = (parent / (std::string(kPrefix) + "XXXXXX")).string();
  // A sweep of another grader may come between the making and the holding.
  for (int i = 0; i < 3 && lock_.get() < 0; ++i) {
    name.replace(name.size() - 6, 6, "XXXXXX");
    if (::mkdtemp(name.data()) == nullptr) break;
    lock_ = hold(name);
  }
  if (lock_.get() < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot make the folder " + name);
  }
  path_ = name;
}

Workspace::~Workspace() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace gradus::sandbox
