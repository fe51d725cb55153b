#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <system_error>
#include <vector>

#include "sandbox/descriptor.hpp"
#include "sandbox/filter.hpp"

namespace gradus::sandbox {

using Clock = std::chrono::steady_clock;

/// What the kernel is to hold against a program, from before its first instruction on.
struct Walls {
  std::optional<unsigned> user;             ///< user and group to become; other groups are left
  std::shared_ptr<const Descriptor> rules;  ///< Landlock's
  Filter filter;                            ///< seccomp's; empty: none
  std::optional<std::uint64_t> processes;   ///< of the same user at a time
  /// The program is bubblewrap: it gets the filter to put on what it starts in its turn, and says
  /// whether it could.
  bool bubblewrap = false;
};

/// What to start. The environment is always the same small one; standard input is empty.
struct Command {
  std::vector<std::string> argv;  ///< argv[0] is a path or a name found in /bin or /usr/bin
  std::filesystem::path directory = "/";
  Walls walls = {};
  bool temporaries_here = false;  ///< its temporary files go into the directory, not to /tmp
};

/// The file is there, but the system cannot execute it.
class NotExecutable : public std::system_error {
 public:
  using std::system_error::system_error;
};

/// Descriptors with which bubblewrap is started: see its options --seccomp and --json-status-fd.
inline constexpr int kFilterDescriptor = 4;
inline constexpr int kStatusDescriptor = 5;

/// What a started process may use. Set in the child before it becomes the program, because static
/// constructors of a student's file run before main().
struct Limits {
  std::chrono::seconds cpu{60};
  std::uint64_t address_space = std::uint64_t{2} << 30;  ///< bytes; 0: unlimited
  std::uint64_t file_size = std::uint64_t{64} << 20;     ///< bytes of any file that it writes
  std::uint64_t open_files = 64;
  std::size_t output = std::size_t{64} << 10;  ///< bytes kept of each of stdout and stderr
};

/// How a process ended.
struct End {
  enum class Kind {
    kExited,
    kSignalled,
    kNeverStarted,  ///< bubblewrap could not put up its walls: our fault
  } kind = Kind::kExited;
  int code = 0;  ///< exit status, or the signal's number

  [[nodiscard]] bool success() const { return kind == Kind::kExited && code == 0; }
  /// "was ended by signal 11 (Segmentation fault)" or "exited with status 3". Of a program in
  /// bubblewrap this is a hint: it can leave with the very status that stands for a signal.
  [[nodiscard]] std::string describe() const;
};

/// A started program: leader of a process group of its own, stdout and stderr drained into bounded
/// buffers, and optionally one end of a socket as its descriptor 3.
///
/// The destructor kills the whole group and waits for the program.
class Process {
 public:
  enum class Channel { kNone, kSocket };

  /// \throws NotExecutable if the program cannot be executed
  /// \throws std::system_error if it cannot be started for another reason, which is our fault
  Process(const Command& command, const Limits& limits, Channel channel = Channel::kNone);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// Our end of the socket (non-blocking), or -1.
  [[nodiscard]] int channel() const { return channel_; }
  [[nodiscard]] int out() const { return out_.fd; }
  [[nodiscard]] int err() const { return err_.fd; }

  /// Reads what the program has written, without blocking and at most about a megabyte of each
  /// stream; keeps the first bytes.
  void drain();
  [[nodiscard]] const std::string& output() const { return out_.text; }
  [[nodiscard]] const std::string& errors() const { return err_.text; }

  /// Waits until the program and its output end, or the deadline passes.
  /// \return false if the deadline passed; the program then still runs
  bool wait_until(Clock::time_point deadline);

  /// Sends a signal to the whole group, which may heed it or not.
  void signal(int number) const;

  /// Kills the whole group and waits for the program; harmless when it has ended.
  End kill();

 private:
  struct Stream {
    int fd = -1;
    std::string text;
  };
  void drain(Stream& stream) const;
  [[nodiscard]] End decode(int status);

  pid_t pid_ = -1;
  End end_;
  Descriptor bubblewrap_;  ///< where bubblewrap says how its program ended
  int channel_ = -1;
  Stream out_;
  Stream err_;
  std::size_t keep_;
};

/// What a program that ran to its end left behind.
struct Outcome {
  bool timed_out = false;
  End end;
  std::string output;
  std::string errors;

  [[nodiscard]] bool success() const { return !timed_out && end.success(); }
};

/// Runs a program to its end, or kills it at the deadline.
/// \throws std::runtime_error if it cannot be started
[[nodiscard]] Outcome run(const Command& command, const Limits& limits,
                          std::chrono::milliseconds time_limit);

}  // namespace gradus::sandbox
