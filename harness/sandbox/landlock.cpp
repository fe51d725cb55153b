#include "sandbox/landlock.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>

namespace gradus::sandbox {
namespace {

// Debian 12's header knows version 2 of what follows. See the kernel's
// Documentation/userspace-api/landlock.rst.
struct Attributes {
  std::uint64_t files = 0;
  std::uint64_t network = 0;  ///< since version 4
  std::uint64_t scoped = 0;   ///< since version 6
};

constexpr std::uint64_t kRead =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// What one can ask of a file that is no folder.
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14U;     ///< since version 3
constexpr std::uint64_t kDeviceIoctl = std::uint64_t{1} << 15U;  ///< since version 5
constexpr std::uint64_t kOfAFile = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE |
                                   LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;
constexpr std::uint64_t kWrite = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                                 LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                 LANDLOCK_ACCESS_FS_REMOVE_DIR;
constexpr std::uint64_t kVersion1 = (std::uint64_t{1} << 13U) - 1;

Attributes handled(int version) {
  Attributes all{.files = kVersion1};
  if (version >= 2) all.files |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) all.files |= kTruncate;
  if (version >= 4) all.network = 0b11;  // bind and connect of TCP
  if (version >= 5) all.files |= kDeviceIoctl;
  if (version >= kLandlockScopesSignals) all.scoped = 0b11;  // abstract sockets, signals
  return all;
}

std::size_t size_of_attributes(int version) {
  if (version >= kLandlockScopesSignals) return sizeof(Attributes);
  return (version >= 4 ? 2 : 1) * sizeof(std::uint64_t);
}

void allow(int rules, const std::filesystem::path& path, std::uint64_t access) {
  const Descriptor target(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (target.get() < 0 && errno == ENOENT) return;
  struct stat status {};
  if (target.get() < 0 || ::fstat(target.get(), &status) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  if (!S_ISDIR(status.st_mode)) access &= kOfAFile;
  const landlock_path_beneath_attr rule{access, target.get()};
  if (::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    throw std::system_error(errno, std::generic_category(), "landlock: " + path.string());
  }
}

}  // namespace

int landlock_version() {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, 1U);
  return version < 0 ? 0 : static_cast<int>(version);
}

Descriptor landlock_rules(std::span<const std::filesystem::path> readable,
                          std::span<const std::filesystem::path> writable) {
  const int version = landlock_version();
  const Attributes all = handled(version);
  Descriptor rules(static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &all, size_of_attributes(version), 0)));
  if (rules.get() < 0) throw std::system_error(errno, std::generic_category(), "landlock");
  const std::uint64_t write = kRead | kWrite | (all.files & kTruncate);
  for (const auto& path : readable) allow(rules.get(), path, kRead);
  for (const auto& path : writable) allow(rules.get(), path, write);
  return rules;
}

bool landlock_restrict(int rules) { return ::syscall(SYS_landlock_restrict_self, rules, 0) == 0; }

}  // namespace gradus::sandbox
