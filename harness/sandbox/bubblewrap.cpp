#include "sandbox/bubblewrap.hpp"

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;

/// Compilers run at most four programs at a time; bubblewrap counts within its world alone.
constexpr const char* kCompilerProcesses = "--nproc=64:64";

}  // namespace

std::vector<std::string> bubblewrap(const Command& command, std::span<const fs::path> system,
                                    const Box& box) {
  std::vector<std::string> argv = {"/usr/bin/bwrap",   "--unshare-all",
                                   "--unshare-user",   "--disable-userns",
                                   "--new-session",    "--die-with-parent",
                                   "--seccomp",        std::to_string(kFilterDescriptor),
                                   "--json-status-fd", std::to_string(kStatusDescriptor)};
  const auto add = [&argv](std::initializer_list<std::string> words) {
    argv.insert(argv.end(), words);
  };
  for (const fs::path& folder : system) {
    if (fs::is_symlink(folder)) {
      add({"--symlink", fs::read_symlink(folder).string(), folder.string()});
    } else if (fs::exists(folder)) {
      add({"--ro-bind", folder.string(), folder.string()});
    }
  }
  for (const fs::path& path : box.readable) add({"--ro-bind", path.string(), path.string()});
  for (const fs::path& path : box.writable) add({"--bind", path.string(), path.string()});
  add({"--remount-ro", "/", "--chdir", command.directory.string(), "--"});
  if (box.task == Box::Task::kCompile) add({"/usr/bin/prlimit", kCompilerProcesses, "--"});
  argv.insert(argv.end(), command.argv.begin(), command.argv.end());
  return argv;
}

}  // namespace gradus::sandbox
