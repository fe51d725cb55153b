#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <sys/prctl.h>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "toolchain/submission.hpp"

namespace {

using namespace gradus::app;

constexpr const char* kFooter = R"(Examples:
  gradus check tp1.softmax      judge one exercise of your labs/
  gradus check tp1              judge a whole lab
  gradus status                 where you are, and what comes next
  gradus train tp1              train your classifier on MNIST and watch it learn
  gradus grade solutions        grade any folder, MNIST included
  gradus doctor                 does this machine have what grading needs?
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
  } catch (const gradus::toolchain::SubmissionError& e) {
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
  // Students' programs run as the same user: none may trace us or read our memory.
  ::prctl(PR_SET_DUMPABLE, 0);
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
  grade_command->add_option("--exercise", grade_options.exercise,
                            "Only this exercise: tp1.softmax");
  grade_command->add_option("--seed", grade_options.seed,
                            "Seed of the run; keep it secret until the marks are out");
  grade_command->add_option("--json", grade_options.json, "Also write results.json to this file");
  grade_command->add_option("--timings", grade_options.timings,
                            "Also write how long each part took to this file");
  grade_command->add_option("--mnist", grade_options.mnist, "Folder of the four MNIST files");
  grade_command->add_flag("--no-mnist", grade_options.no_mnist, "Leave the MNIST runs out");
  grade_command
      ->add_option("--isolation", grade_options.isolation,
                   "Refuse to grade behind weaker walls than these: namespaces, landlock or none")
      ->capture_default_str();
  grade_command
      ->add_option("--isolation-at-most", grade_options.strongest_isolation,
                   "Do not try stronger walls than these: to see how another machine would do")
      ->capture_default_str();
  grade_command->footer("Example:\n  gradus grade submissions/ada --lab tp1 --json ada.json");
  grade_command->callback([&] { status = guarded([&] { return grade(grade_options); }); });

  CheckOptions check_options;
  CLI::App* check_command = app.add_subcommand("check", "Check your own labs/, without MNIST");
  check_command->add_option("what", check_options.what, "An exercise or a lab; nothing: all");
  check_command->add_flag("--in-process", check_options.in_process,
                          "Run the checks in one process with your code, for a debugger; no marks");
  check_command->footer(
      "Examples:\n  gradus check tp1.softmax\n"
      "  gradus check tp1.softmax --in-process");
  check_command->callback([&] { status = guarded([&] { return check(check_options); }); });

  CLI::App* status_command = app.add_subcommand("status", "Where you are, and what comes next");
  status_command->callback([&] { status = guarded([] { return gradus::app::status(); }); });

  TrainOptions train_options;
  CLI::App* train_command =
      app.add_subcommand("train", "Train your lab, watch it learn, and get a report; no marks");
  train_command->add_option("lab", train_options.lab, "tp1 or tp2")->required();
  train_command->add_option("--path", train_options.submission, "Another folder than labs/");
  train_command->add_option("--epochs", train_options.epochs, "Passes over the training images")
      ->check(CLI::Range(1, 10'000));
  train_command->add_option("--learning-rate", train_options.learning_rate, "Step length")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  train_command->add_option("--seed", train_options.seed, "Seed of the run")->capture_default_str();
  train_command->add_option("--data", train_options.data, "mnist, fashion (clothes) or sample")
      ->capture_default_str()
      ->check(CLI::IsMember({"mnist", "fashion", "sample"}));
  train_command->add_option("--mnist", train_options.mnist, "Folder of the four files of the data");
  train_command->add_option("--out", train_options.out,
                            "Folder for the report, instead of .gradus/runs/LAB/N");
  train_command->add_option("--compare", train_options.compare,
                            "Show another run beside this one: its number, last, or a report.json");
  train_command->add_option("--load", train_options.load, "Start from these parameters (.npz)");
  train_command->add_option("--save", train_options.save, "Write the parameters here too (.npz)");
  train_command->footer(
      "Ctrl-C stops the training and keeps what was learnt so far; a second one ends it at once.\n"
      "Examples:\n  gradus train tp2 --epochs 3 --seed 7\n"
      "  gradus train tp2 --learning-rate 0.1 --compare last\n"
      "  gradus train tp1 --data fashion --save clothes.npz");
  train_command->callback([&] { status = guarded([&] { return train(train_options); }); });

  AuthorOptions author_options;
  CLI::App* author_command = app.add_subcommand(
      "author", "Prove the checks: known mistakes must be caught, right variants must pass");
  author_command->add_option("what", author_options.what, "An exercise or a lab; nothing: all");
  author_command->add_option("--seed", author_options.seed, "Seed of the inputs");
  author_command->add_option("--json", author_options.json, "Also write all that was found here");
  author_command->add_flag("--no-builds", author_options.no_builds,
                           "Only as compiled for marks, not in three other builds");
  author_command->add_flag("--all-builds", author_options.all_builds,
                           "In every build: both compilers, -O0 to -O3, FMA, sanitizers (an hour)");
  author_command
      ->add_option("--false-alarms", author_options.false_alarms,
                   "Grade right code so many times with fresh seeds instead, and count what fails")
      ->check(CLI::PositiveNumber);
  author_command->add_option("--only-build", author_options.only_build)->group("");
  author_command->footer(
      "Examples:\n  gradus author tp1.softmax --no-builds\n  gradus author --false-alarms 1000");
  author_command->callback([&] { status = guarded([&] { return author(author_options); }); });

  CLI::App* doctor_command =
      app.add_subcommand("doctor", "Does this machine have what grading needs?");
  doctor_command->callback([&] { status = guarded([] { return doctor(); }); });

  CLI::App* mnist_command =
      app.add_subcommand("mnist", "Fetch MNIST into your cache, so that all else works offline");
  mnist_command->callback([&] { status = guarded([] { return fetch_mnist(); }); });

  // Known here for --help; the launcher, which can install what tests need, runs them.
  CLI::App* test_command = app.add_subcommand("test", "Run every test of Gradus itself");
  bool quick = false;
  test_command->add_flag("--quick", quick, "Only what takes less than three minutes");
  test_command->callback([&] {
    std::fputs("gradus: tests are run by the launcher in the project's folder: ./gradus test\n",
               stderr);
  });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : kUsage;
  }
  return status;
}
