#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/subcommands.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/subcommands.hpp"
#include "export/gradescope.hpp"

namespace gradus::app {
namespace {

const std::vector<std::string> kVisibilities(exports::kVisibilities.begin(),
                                             exports::kVisibilities.end());

void add_report(CLI::App& app, int& status) {
  auto options = std::make_shared<ReportOptions>();
  options->visibility = kVisibilities.front();
  CLI::App* command =
      app.add_subcommand("report", "Write a results.json in the format of a platform");
  command->add_option("results", options->results, "What grade --json wrote")->required();
  command->add_option("--as", options->as, "The format")
      ->required()
      ->check(CLI::IsMember({"gradescope", "prairielearn", "junit", "github-classroom",
                             "github-annotations", "github-summary", "text"}));
  command->add_option("--visibility", options->visibility, "Gradescope: when students see it")
      ->check(CLI::IsMember(kVisibilities))
      ->capture_default_str();
  command->add_option("--out", options->out, "Write it to this file, not to standard output");
  command->footer(
      "Example:\n  gradus report ada.json --as junit --out ada.xml\n\n"
      "Exit status: 0 written, whatever the marks are, 2 wrong use, 3 our own fault.");
  teaches(command, status, [options] { return report_as(*options); });
}

void add_package(CLI::App& app, int& status) {
  auto options = std::make_shared<PackageOptions>();
  options->visibility = kVisibilities.front();
  options->isolation = "landlock";
  options->revision = "main";
  CLI::App* command = app.add_subcommand("package", "Make what a platform needs in order to grade");
  command->add_option("platform", options->platform, "gradescope, prairielearn, github-classroom")
      ->required()
      ->check(CLI::IsMember({"gradescope", "prairielearn", "github-classroom"}));
  command->add_option("--out", options->out, "The zip archive of Gradescope, or a new folder")
      ->required();
  command->add_option("--lab", options->lab, "Only this lab; platforms take one lab at a time");
  add_seed(*command, options->seed,
           "Seed of the runs, which goes into the package (default: a new secret one)");
  command->add_option("--visibility", options->visibility, "Gradescope: when students see it")
      ->check(CLI::IsMember(kVisibilities))
      ->capture_default_str();
  command
      ->add_option("--minutes", options->minutes,
                   "Gradescope: what the assignment allows for a run")
      ->check(CLI::Range(2, 40))
      ->capture_default_str();
  command->add_option("--isolation", options->isolation, "Refuse weaker walls than these there")
      ->check(CLI::IsMember({"namespaces", "landlock", "none"}))
      ->capture_default_str();
  command->add_option("--repository", options->repository,
                      "GitHub: where this project is, OWNER/NAME");
  command->add_option("--revision", options->revision, "GitHub: branch, tag or commit of it")
      ->capture_default_str();
  command->footer(
      "Examples:\n  gradus package gradescope --lab tp1 --out autograder.zip\n"
      "  gradus package prairielearn --lab tp1 --out grader\n"
      "  gradus package github-classroom --lab tp1 --repository us/gradus --out template");
  teaches(command, status, [options] { return package(*options); });
}

void add_release(CLI::App& app, int& status) {
  auto options = std::make_shared<ReleaseOptions>();
  CLI::App* command =
      app.add_subcommand("release", "Make the students' handout, without solutions");
  command->add_option("--out", options->out, "Folder to write it to")->required();
  command->add_option("--seed-file", options->seed_files,
                      "Seed of an official run: make sure that it is not in the handout");
  command->footer(
      "Example:\n  gradus release --out handout --seed-file ~/tp1.seed\n\n"
      "Writes handout/gradus, a folder to publish, and the same as handout/gradus.tar.gz.");
  teaches(command, status, [options] { return release(*options); });
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
  teaches(command, status, [options] { return author(*options); });
}

}  // namespace

void add_instructor_commands(CLI::App& app, int& status) {
  add_group(app, status, "For instructors", {add_report, add_package, add_release, add_author});
}

}  // namespace gradus::app
