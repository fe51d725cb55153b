#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "sandbox/process.hpp"

namespace gradus::sandbox {

/// How far students' code is kept from everything else, from the weakest to the strongest.
enum class Isolation {
  kNone,        ///< a process with limits, which may do all that its user may
  kLandlock,    ///< Landlock and a list of allowed system calls
  kNamespaces,  ///< bubblewrap's own world of files, processes and network, and the same list
};

/// "none", "landlock", "namespaces": in reports and on the command line.
[[nodiscard]] std::string_view name(Isolation level);
/// \return the level of that name, or nothing
[[nodiscard]] std::optional<Isolation> isolation_named(std::string_view name);

/// What a confined program works on. Beside these it sees the system's libraries, a compiler also
/// the system's compilers and headers.
struct Box {
  enum class Task {
    kRun,      ///< a student's program: computes, and answers on its channel
    kCompile,  ///< a compiler, a linker or a program that reads object files
  } task;
  std::vector<std::filesystem::path> readable;
  std::vector<std::filesystem::path> writable;
};

/// Puts programs that handle students' files behind walls, all at the same level.
///
/// A grader that runs as root gives its rights up for them first: they run as a user of their own,
/// without a name and without files.
class Confinement {
 public:
  explicit Confinement(Isolation level);

  [[nodiscard]] Isolation level() const { return level_; }

  /// The same command behind walls.
  /// \throws std::system_error, std::runtime_error if the kernel refuses
  [[nodiscard]] Command confine(const Command& command, const Box& box) const;

  /// Lets confined programs read a file or pass through a folder of ours, if their box allows it.
  void admit(const std::filesystem::path& path) const;
  /// Lets confined programs write in a folder of ours, if their box allows it.
  void hand_over(const std::filesystem::path& folder) const;

 private:
  Isolation level_;
  std::optional<unsigned> user_;  ///< whom to become, if we are root
  Filter run_filter_;
  Filter compile_filter_;
};

}  // namespace gradus::sandbox
