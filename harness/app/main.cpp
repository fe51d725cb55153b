#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>

#include "app/commands.hpp"
#include "app/project.hpp"

namespace {

using namespace gradus::app;

constexpr const char* kFooter = R"(Examples:
  gradus check tp1.softmax      judge one exercise of your labs/
  gradus check tp1              judge a whole lab
  gradus status                 where you are, and what comes next
  gradus train tp1              train your classifier on MNIST and watch it learn
  gradus grade solutions        grade any folder, MNIST included
  gradus test                   run every test of Gradus itself

Exit status: 0 full marks, 1 points lost, 2 wrong use, 3 our own fault.)";

/// Runs a subcommand; turns what it throws into a message and an exit status.
template <class Command>
int guarded(Command command) {
  try {
    return command();
  } catch (const UsageError& e) {
    std::fprintf(stderr, "gradus: %s\n", e.what());
    return kUsage;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "gradus: %s\n", e.what());
    return kOurFault;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app{"Gradus: build a neural network step by step, and have every step checked."};
  app.name("gradus");
  app.require_subcommand(1);
  app.footer(kFooter);
  app.set_version_flag("--version", GRADUS_VERSION);
  int status = kUsage;

  GradeOptions grade_options;
  CLI::App* grade_command = app.add_subcommand("grade", "Grade a submission, MNIST included");
  grade_command->add_option("path", grade_options.submission, "Folder that holds tp1/ and tp2/")
      ->required();
  grade_command->add_option("--lab", grade_options.lab, "Only this lab: tp1 or tp2");
  grade_command->add_option("--exercise", grade_options.exercise, "Only this exercise: tp1.softmax");
  grade_command->add_option("--seed", grade_options.seed,
                            "Seed of the run; keep it secret until the marks are out");
  grade_command->add_option("--json", grade_options.json, "Also write results.json to this file");
  grade_command->add_option("--mnist", grade_options.mnist, "Folder of the four MNIST files");
  grade_command->add_flag("--no-mnist", grade_options.no_mnist, "Leave the MNIST runs out");
  grade_command->footer("Example:\n  gradus grade submissions/ada --lab tp1 --json ada.json");
  grade_command->callback([&] { status = guarded([&] { return grade(grade_options); }); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : kUsage;
  }
  return status;
}
