#include "sandbox/confinement.hpp"

#include <array>
#include <cerrno>
#include <pwd.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "sandbox/bubblewrap.hpp"
#include "sandbox/landlock.hpp"

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;

constexpr std::array kLevels = {Isolation::kNone, Isolation::kLandlock, Isolation::kNamespaces};

/// Compilers run at most four programs at a time; several files are compiled at once.
constexpr std::uint64_t kProcesses = 256;

/// A user that nobody is, for a grader that runs as root. Several graders get several of them, so
/// that they share no quota of processes.
std::optional<unsigned> lesser_user() {
  if (::geteuid() != 0) return {};
  constexpr unsigned kFirst = 60500;
  constexpr unsigned kMany = 500;
  for (unsigned i = 0; i < kMany; ++i) {
    const unsigned user = kFirst + (static_cast<unsigned>(::getpid()) + i) % kMany;
    if (::getpwuid(user) == nullptr) return user;
  }
  return 65534;  // nobody
}

std::vector<fs::path> system_folders(Box::Task task) {
  std::vector<fs::path> folders = {"/usr/lib", "/usr/lib32", "/usr/lib64",
                                   "/lib",     "/lib32",     "/lib64"};
  if (task == Box::Task::kCompile) {
    folders.insert(folders.end(),
                   {"/usr/bin", "/usr/include", "/usr/libexec", "/bin", "/etc/alternatives"});
  }
  return folders;
}

}  // namespace

std::string_view name(Isolation level) {
  switch (level) {
    case Isolation::kNone:
      return "none";
    case Isolation::kLandlock:
      return "landlock";
    case Isolation::kNamespaces:
      return "namespaces";
  }
  return "none";
}

std::optional<Isolation> isolation_named(std::string_view name) {
  for (const Isolation level : kLevels) {
    if (sandbox::name(level) == name) return level;
  }
  return {};
}

Confinement::Confinement(Isolation level) : level_(level), user_(lesser_user()) {
  if (level == Isolation::kNone) return;
  const bool signals_stay_inside =
      level == Isolation::kNamespaces || landlock_version() >= kLandlockScopesSignals;
  run_filter_ = run_filter(signals_stay_inside);
  compile_filter_ = compile_filter(signals_stay_inside);
}

Command Confinement::confine(const Command& command, const Box& box) const {
  Command confined = command;
  Walls& walls = confined.walls;
  walls.user = user_;
  const bool compiles = box.task == Box::Task::kCompile;
  confined.temporaries_here = compiles;  // the only folder that it may write
  if (level_ == Isolation::kNone) return confined;
  walls.filter = compiles ? compile_filter_ : run_filter_;
  const std::vector<fs::path> system = system_folders(box.task);
  if (level_ == Isolation::kNamespaces) {
    walls.bubblewrap = true;
    confined.directory = "/";
    confined.argv = bubblewrap(command, system, box);
    return confined;
  }
  std::vector<fs::path> readable = system;
  readable.insert(readable.end(), box.readable.begin(), box.readable.end());
  walls.rules = std::make_shared<Descriptor>(landlock_rules(readable, box.writable));
  if (user_) walls.processes = kProcesses;
  return confined;
}

void Confinement::admit(const fs::path& path) const {
  if (!user_) return;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 ||
      ::chown(path.c_str(), static_cast<uid_t>(-1), *user_) != 0 ||
      ::chmod(path.c_str(), (status.st_mode & S_IRWXU) | S_IRGRP |
                                ((status.st_mode & S_IXUSR) != 0 ? S_IXGRP : 0)) != 0) {
    throw std::system_error(errno, std::generic_category(), "cannot open " + path.string());
  }
}

void Confinement::hand_over(const fs::path& folder) const {
  if (user_ && ::chown(folder.c_str(), *user_, *user_) != 0) {
    throw std::system_error(errno, std::generic_category(), "cannot hand over " + folder.string());
  }
}

}  // namespace gradus::sandbox
