#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <sys/prctl.h>

#include "app/commands.hpp"
#include "app/help.hpp"
#include "app/project.hpp"
#include "toolchain/submission.hpp"

namespace {

using namespace gradus::app;

constexpr const char* kFooter = R"(Without a subcommand: where you are, and what comes next.

Exit status: 0 full marks, 1 points lost, 2 wrong use, 3 our own fault.)";

constexpr const char* kStudents = "For students";
constexpr const char* kInstructors = "For instructors";

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
  app.formatter(std::make_shared<Help>());
  app.require_subcommand(0, 1);
  app.footer(kFooter);
  app.set_version_flag("--version", GRADUS_VERSION);
  int status = kUsage;

  GradeOptions grade_options;
  CLI::App* grade_command =
      app.add_subcommand("grade", "Grade a submission, MNIST included")->group(kInstructors);
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
  CLI::App* check_command =
      app.add_subcommand("check", "Check your own labs/, without MNIST")->group(kStudents);
  check_command->add_option("what", check_options.what, "An exercise or a lab; nothing: all");
  CLI::Option* in_process = check_command->add_flag(
      "--in-process", check_options.in_process,
      "Run the checks in one process with your code, for a debugger; no marks");
  bool watched = false;
  check_command->add_flag("--watch", watched, "Go on, and judge every file that you save")
      ->excludes(in_process);
  check_command->footer(
      "Examples:\n  gradus check tp1.softmax\n"
      "  gradus check tp1.softmax --watch\n"
      "  gradus check tp1.softmax --in-process");
  check_command->callback([&] {
    status = guarded([&] { return watched ? watch(check_options) : check(check_options); });
  });

  ReplayOptions replay_options;
  CLI::App* replay_command =
      app.add_subcommand("replay", "Run the input on which a check failed alone, under sanitizers")
          ->group(kStudents);
  replay_command->add_option("exercise", replay_options.slug, "tp1.softmax")->required();
  replay_command->add_option("check", replay_options.idea,
                             "shift, as the failure said; nothing: the first that failed");
  replay_command->add_flag("--gdb", replay_options.gdb,
                           "In the debugger, which stops at the beginning of your function");
  replay_command->footer("Example:\n  gradus replay tp1.softmax shift --gdb");
  replay_command->callback([&] { status = guarded([&] { return replay(replay_options); }); });

  CLI::App* next_command = app.add_subcommand("next", "What to do next")->group(kStudents);
  next_command->callback([&] { status = guarded([] { return next(); }); });

  HintOptions hint_options;
  CLI::App* hint_command =
      app.add_subcommand("hint", "One more hint for an exercise")->group(kStudents);
  hint_command->add_option("exercise", hint_options.slug, "tp1.softmax")->required();
  hint_command->add_flag("--again", hint_options.again, "Only those that you have read");
  hint_command->callback([&] { status = guarded([&] { return hint(hint_options); }); });

  std::string explained;
  CLI::App* explain_command =
      app.add_subcommand("explain", "What a check asks, and the pitfall behind it")
          ->group(kStudents);
  explain_command->add_option("what", explained,
                              "A check (tp1.softmax.shift), an exercise, a title; nothing: a list");
  explain_command->callback([&] { status = guarded([&] { return explain(explained); }); });

  std::string read;
  CLI::App* notes_command = app.add_subcommand("notes", "Open the course notes")->group(kStudents);
  notes_command->add_option("exercise", read, "Where to open them");
  notes_command->callback([&] { status = guarded([&] { return notes(read); }); });

  std::string begun_anew;
  CLI::App* reset_command =
      app.add_subcommand("reset", "Begin an exercise anew; what you wrote is kept");
  reset_command->add_option("exercise", begun_anew, "tp1.softmax")->required();
  reset_command->callback([&] { status = guarded([&] { return reset(begun_anew); }); });

  SubmitOptions submit_options;
  CLI::App* submit_command =
      app.add_subcommand("submit", "Judge your labs/ as the official run will, and pack them")
          ->group(kStudents);
  submit_command->add_option("lab", submit_options.lab, "tp1 or tp2; nothing: all");
  submit_command->add_option("--out", submit_options.folder, "Where archive and receipt go")
      ->capture_default_str();
  submit_command->add_option("--mnist", submit_options.mnist, "Folder of the four MNIST files");
  submit_command->add_flag("--no-mnist", submit_options.no_mnist, "Leave the MNIST runs out");
  submit_command->callback([&] { status = guarded([&] { return submit(submit_options); }); });

  VerifyOptions verify_options;
  CLI::App* verify_command =
      app.add_subcommand("verify", "What differs between your receipt and another run?")
          ->group(kStudents);
  verify_command->add_option("receipt", verify_options.receipt, "The file that submit has left")
      ->required();
  CLI::Option* official = verify_command->add_option(
      "--official", verify_options.official, "results.json of the official run; without it: labs/");
  verify_command->add_option("--path", verify_options.submission, "Another folder than labs/")
      ->excludes(official);
  verify_command->callback([&] { status = guarded([&] { return verify(verify_options); }); });

  TrainOptions train_options;
  CLI::App* train_command =
      app.add_subcommand("train", "Train your lab on plain MNIST and watch it; no marks");
  train_command->add_option("lab", train_options.lab, "tp1 or tp2")->required();
  train_command->add_option("--path", train_options.submission, "Another folder than labs/");
  train_command->add_option("--epochs", train_options.epochs, "Passes over the training images")
      ->check(CLI::PositiveNumber);
  train_command->add_option("--learning-rate", train_options.learning_rate, "Step length")
      ->capture_default_str()
      ->check(CLI::PositiveNumber);
  train_command->add_option("--seed", train_options.seed, "Seed of the run")->capture_default_str();
  train_command->add_option("--mnist", train_options.mnist, "Folder of the four MNIST files");
  train_command->footer("Example:\n  gradus train tp2 --epochs 3 --seed 7");
  train_command->callback([&] { status = guarded([&] { return train(train_options); }); });

  GraphOptions graph_options;
  CLI::App* graph_command =
      app.add_subcommand("graph", "Draw the graph that your autograd builds for a small network");
  graph_command->add_option("lab", graph_options.lab, "tp2")->required();
  graph_command->add_option("--submission,--path", graph_options.submission,
                            "Another folder than labs/");
  graph_command->add_option("--out", graph_options.out,
                            "The picture, an SVG file (default: .gradus/graph-tp2.svg)");
  graph_command->add_option("--hidden-layers", graph_options.hidden_layers, "0 to 6")
      ->capture_default_str()
      ->check(CLI::Range(0, 6));
  graph_command->add_flag("--relu", graph_options.relu, "Activations are relu instead of tanh");
  graph_command->footer("Example:\n  gradus graph tp2 --hidden-layers 2 --out graph.svg");
  graph_command->callback(
      [&] { status = guarded([&] { return gradus::app::graph(graph_options); }); });

  AuthorOptions author_options;
  CLI::App* author_command =
      app.add_subcommand(
             "author", "Prove the checks: known mistakes must be caught, right variants must pass")
          ->group(kInstructors);
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
      app.add_subcommand("doctor", "Does this machine have what grading needs?")
          ->group(kInstructors);
  doctor_command->callback([&] { status = guarded([] { return doctor(); }); });

  CLI::App* mnist_command =
      app.add_subcommand("mnist", "Fetch MNIST into your cache, so that all else works offline")
          ->group(kInstructors);
  mnist_command->callback([&] { status = guarded([] { return fetch_mnist(); }); });

  // Known here for --help; the launcher, which can install what tests need, runs them.
  CLI::App* test_command =
      app.add_subcommand("test", "Run every test of Gradus itself")->group(kInstructors);
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
  if (app.get_subcommands().empty()) return guarded([] { return where_am_i(); });
  return status;
}
