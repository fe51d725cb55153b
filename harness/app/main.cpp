#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <sys/prctl.h>
#include <utility>

#include "app/commands.hpp"
#include "app/help.hpp"
#include "app/project.hpp"
#include "app/subcommands.hpp"
#include "toolchain/submission.hpp"

namespace gradus::app {
namespace {

constexpr const char* kFooter = R"(Without a subcommand: where you are, and what comes next.

Exit status: 0 full marks, 1 points lost, 2 wrong use, 3 our own fault.)";

int guarded(const std::function<int()>& command) {
  const auto fails = [](const std::exception& e, int status) {
    std::fprintf(stderr, "gradus: %s\n", e.what());
    return status;
  };
  try {
    return command();
  } catch (const UsageError& e) {
    return fails(e, kUsage);
  } catch (const toolchain::SubmissionError& e) {
    return fails(e, kUsage);
  } catch (const std::exception& e) {
    return fails(e, kOurFault);
  }
}

int run(int argc, char** argv) {
  CLI::App app{"Gradus: build a neural network step by step, and have every step checked."};
  app.name("gradus");
  app.formatter(std::make_shared<Help>());
  app.require_subcommand(0, 1);
  app.footer(kFooter);
  app.set_version_flag("--version", GRADUS_VERSION);
  int status = kUsage;
  add_student_commands(app, status);
  add_teaching_commands(app, status);
  add_machine_commands(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : kUsage;
  }
  if (app.get_subcommands().empty()) return guarded(where_am_i);
  return status;
}

}  // namespace

void add_group(CLI::App& app, int& status, const std::string& heading,
               std::initializer_list<void (*)(CLI::App&, int&)> commands) {
  const auto before = app.get_subcommands({}).size();
  for (const auto add : commands) add(app, status);
  const auto all = app.get_subcommands({});
  for (auto i = before; i < all.size(); ++i) all[i]->group(heading);
}

void runs(CLI::App* subcommand, int& status, std::function<int()> command) {
  subcommand->callback([&status, command = std::move(command)] { status = guarded(command); });
}

}  // namespace gradus::app

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  // Students' programs run as the same user: none may trace us or read our memory.
  ::prctl(PR_SET_DUMPABLE, 0);
  return gradus::app::run(argc, argv);
}
