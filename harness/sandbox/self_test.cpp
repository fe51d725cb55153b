#include "sandbox/self_test.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <netinet/in.h>
#include <sstream>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

#include "sandbox/landlock.hpp"
#include "sandbox/workspace.hpp"

namespace gradus::sandbox {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// As many attempts as the probe makes at least: fewer lines mean that it was cut short.
constexpr int kAttempts = 25;

/// A port of the loopback interface on which somebody listens, as the probe should not find out.
class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (socket_.get() < 0 || ::bind(socket_.get(), raw, size) != 0 ||
        ::listen(socket_.get(), 1) != 0 || ::getsockname(socket_.get(), raw, &size) != 0) {
      return;  // A grader without a network has nothing to defend there.
    }
    port_ = ntohs(address.sin_port);
  }
  [[nodiscard]] int port() const { return port_; }

 private:
  Descriptor socket_;
  int port_ = 1;
};

SelfTest judge(const std::string& output, const Outcome& outcome) {
  SelfTest result;
  std::istringstream lines(output);
  int attempts = 0;
  bool done = false;
  for (std::string line; std::getline(lines, line);) {
    attempts += line.starts_with("closed ") || line.starts_with("open ") ? 1 : 0;
    if (line.starts_with("open ")) result.open.push_back(line.substr(5));
    if (line == "done") done = true;
  }
  if (!outcome.success() || !done || attempts < kAttempts) {
    result.failure = "the probe did not come to its end: it " + outcome.end.describe();
    if (!outcome.errors.empty()) result.failure += ", " + outcome.errors;
  }
  return result;
}

SelfTest try_task(const Confinement& confinement, const std::function<void(Command&)>& weaken,
                  Box::Task task, const fs::path& probe, const fs::path& canary,
                  const fs::path& folder) {
  const Listener listener;
  const bool runs = task == Box::Task::kRun;
  const Command command{{probe.string(), runs ? "run" : "compile", std::to_string(::getpid()),
                         canary.string(), std::to_string(listener.port())},
                        runs ? fs::path("/") : folder};
  Box box{task, {probe}, {}};
  if (!runs) box.writable.push_back(folder);
  Command confined = confinement.confine(command, box);
  weaken(confined);
  const Outcome outcome = run(confined, Limits{}, 20s);
  return judge(outcome.output, outcome);
}

/// What the reason most probably is, and what helps.
std::string explain(Isolation level, const std::string& reason) {
  const auto says = [&reason](std::string_view text) {
    return reason.find(text) != std::string::npos;
  };
  if (level == Isolation::kNamespaces) {
    if (says("cannot start")) return "bubblewrap is not installed: apt-get install bubblewrap";
    if (says("No permissions to create") || says("Creating new namespace failed") ||
        says("Operation not permitted")) {
      return "this system lets nobody make user namespaces, as Docker's default profile does. In "
             "Docker: --security-opt seccomp=unconfined; elsewhere look at "
             "kernel.unprivileged_userns_clone and user.max_user_namespaces, and on Ubuntu at "
             "kernel.apparmor_restrict_unprivileged_userns (" +
             reason + ")";
    }
    if (says("uid map") || says("RTM_NEWADDR")) {
      return "AppArmor keeps bubblewrap from it: give it a profile that allows userns (" + reason +
             ")";
    }
  }
  if (level == Isolation::kLandlock && landlock_version() == 0) {
    return "this kernel has no Landlock, or not switched on: Linux 5.13 or later, with landlock in "
           "the list of /sys/kernel/security/lsm";
  }
  return reason;
}

}  // namespace

std::string SelfTest::reason() const {
  std::string text = failure;
  for (const std::string& what : open) text += (text.empty() ? "still open: " : ", ") + what;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

SelfTest self_test(const Confinement& confinement, const fs::path& probe,
                   const std::function<void(Command&)>& weaken) {
  try {
    const Workspace workspace;
    const fs::path folder = workspace.path() / "box";
    const fs::path staged = workspace.path() / "probe";
    const fs::path canary = workspace.path() / "canary";
    fs::create_directory(folder);
    fs::copy_file(probe, staged);
    std::ofstream(canary) << "secret\n";
    // Readable for everybody: the walls must hold, not the file's mode.
    fs::permissions(canary, fs::perms::all);
    confinement.admit(workspace.path());
    confinement.admit(staged);
    confinement.hand_over(folder);
    SelfTest result = try_task(confinement, weaken, Box::Task::kRun, staged, canary, folder);
    if (!result.passed()) return result;
    return try_task(confinement, weaken, Box::Task::kCompile, staged, canary, folder);
  } catch (const std::exception& e) {
    return {{}, e.what()};
  }
}

Choice strongest(const fs::path& probe, Isolation at_most) {
  Choice choice;
  for (const Isolation level : {Isolation::kNamespaces, Isolation::kLandlock}) {
    if (level > at_most) continue;
    std::string reason;
    try {
      const SelfTest test = self_test(Confinement(level), probe);
      if (test.passed()) {
        choice.level = level;
        return choice;
      }
      reason = test.reason();
    } catch (const std::exception& e) {
      reason = e.what();
    }
    choice.missed.push_back({level, explain(level, reason)});
  }
  return choice;
}

}  // namespace gradus::sandbox
