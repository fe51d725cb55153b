#include <algorithm>
#include <cstdio>
#include <memory>

#include "app/commands.hpp"
#include "app/subcommands.hpp"

namespace gradus::app {
namespace {

void add_grade(CLI::App& app, int& status) {
  auto options = std::make_shared<GradeOptions>();
  CLI::App* command = app.add_subcommand("grade", "Grade a submission, or with --out a class");
  command
      ->add_option("path", options->submission,
                   "Folder that holds tp1/ and tp2/; with --out: one such folder for each student")
      ->required();
  command->add_option("--lab", options->labs, "Only this lab: tp1 or tp2 (may be repeated)")
      ->allow_extra_args(false);
  command->add_option("--exercise", options->exercise, "Only this exercise: tp1.softmax");
  command->add_option("--seed", options->seed,
                      "Seed of the run; keep it secret until the marks are out");
  command->add_option("--seed-file", options->seed_file,
                      "The same from a file: what stands on a command line, everybody can see");
  command->add_option("--json", options->json, "Also write results.json to this file");
  command->add_option("--timings", options->timings,
                      "Also write how long each part took to this file");
  command->add_option(
      "--mnist", options->mnist,
      "Folder of the four MNIST files, or 'sample' for a rehearsal with few images");
  command->add_flag("--no-mnist", options->no_mnist, "Leave the MNIST runs out");
  command->add_option("--out", options->out,
                      "Grade a class: folder of the run, which is made, or gone on with");
  command->add_option("--roster", options->roster,
                      "The class: Canvas or Moodle export, or a CSV file with a column id");
  command->add_option("--jobs", options->jobs,
                      "Submissions of a class at a time (default: one for each processor)");
  command->add_option("--memory", options->memory)->group("");
  command->add_option("--threads", options->threads)->group("");
  command
      ->add_option("--isolation", options->isolation,
                   "Refuse to grade behind weaker walls than these: namespaces, landlock or none")
      ->capture_default_str();
  command
      ->add_option("--isolation-at-most", options->strongest_isolation,
                   "Do not try stronger walls than these: to see how another machine would do")
      ->capture_default_str();
  command->footer(
      "Examples:\n  gradus grade submissions/ada --lab tp1 --json ada.json\n"
      "  gradus grade handins --roster students.csv --lab tp1 --out runs/tp1");
  runs(command, status,
       [options] { return options->out.empty() ? grade(*options) : grade_class(*options); });
}

void add_pages(CLI::App& app, int& status) {
  auto options = std::make_shared<PagesOptions>();
  CLI::App* command = app.add_subcommand(
      "pages", "Make HTML pages of a graded class: one for each student, one for you");
  command->add_option("run", options->run, "Folder of the run, as given to grade --out")
      ->required();
  command
      ->add_option("--out", options->out,
                   "Folder of the pages, which is made, or replaced if it holds earlier ones")
      ->required();
  command->add_option("--notes", options->notes,
                      "Address of the course notes, for links: https://example.org/notes");
  command->footer("Example:\n  gradus pages runs/tp1 --out pages/tp1");
  runs(command, status, [options] { return pages(*options); });
}

void add_author(CLI::App& app, int& status) {
  auto options = std::make_shared<AuthorOptions>();
  CLI::App* command = app.add_subcommand(
      "author", "Prove the checks: known mistakes must be caught, right variants must pass");
  command->add_option("what", options->what, "An exercise or a lab; nothing: all");
  command->add_option("--seed", options->seed, "Seed of the inputs");
  command->add_option("--json", options->json, "Also write all that was found here");
  command->add_flag("--no-builds", options->no_builds,
                    "Only as compiled for marks, not in three other builds");
  command->add_flag("--all-builds", options->all_builds,
                    "In every build: both compilers, -O0 to -O3, FMA, sanitizers (an hour)");
  command
      ->add_option("--false-alarms", options->false_alarms,
                   "Grade right code so many times with fresh seeds instead, and count what fails")
      ->check(CLI::PositiveNumber);
  command->add_option("--only-build", options->only_build)->group("");
  command->footer(
      "Examples:\n  gradus author tp1.softmax --no-builds\n  gradus author --false-alarms 1000");
  runs(command, status, [options] { return author(*options); });
}

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

void add_instructor_commands(CLI::App& app, int& status) {
  const auto before = app.get_subcommands({});
  for (const auto add : {add_grade, add_pages, add_author, add_doctor, add_mnist, add_test}) {
    add(app, status);
  }
  for (CLI::App* command : app.get_subcommands({})) {
    if (std::find(before.begin(), before.end(), command) == before.end()) {
      command->group("For instructors");
    }
  }
}

}  // namespace gradus::app
