#include <cstdio>
#include <memory>

#include "app/commands.hpp"
#include "app/subcommands.hpp"

namespace gradus::app {
namespace {

void add_doctor(CLI::App& app, int& status) {
  runs(app.add_subcommand("doctor", "Does this machine have what grading needs?"), status, doctor);
}

void add_mnist(CLI::App& app, int& status) {
  runs(app.add_subcommand("mnist", "Fetch MNIST into your cache, so that all else works offline"),
       status, fetch_mnist);
}

/// Known here for --help; the launcher, which can install what tests need, runs them.
void add_test(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("test", "Run every test of Gradus itself");
  auto quick = std::make_shared<bool>(false);
  command->add_flag("--quick", *quick, "Only what takes less than three minutes");
  runs(command, status, [quick] {
    std::fputs("gradus: tests are run by the launcher in the project's folder: ./gradus test\n",
               stderr);
    return kUsage;
  });
}

}  // namespace

void add_machine_commands(CLI::App& app, int& status) {
  add_group(app, status, "For this machine", {add_doctor, add_mnist, add_test});
}

}  // namespace gradus::app
