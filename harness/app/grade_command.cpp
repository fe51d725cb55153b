#include "app/commands.hpp"
#include "app/project.hpp"
#include "app/subcommands.hpp"

namespace gradus::app {

void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed, const std::string& what) {
  CLI::Option* given = command.add_option("--seed", seed, what);
  command
      .add_option_function<std::string>(
          "--seed-file",
          [&seed](const std::string& file) {
            try {
              seed = seed_in(file);
            } catch (const UsageError& e) {
              throw CLI::ValidationError(e.what());
            }
          },
          "The same from a file: what stands on a command line, everybody can see")
      ->excludes(given);
}

CLI::App* add_grade(CLI::App& app, const std::shared_ptr<GradeOptions>& options) {
  CLI::App* command = app.add_subcommand("grade", "Grade a submission");
  command
      ->add_option("path", options->submission,
                   "Folder that holds tp1/ and tp2/; with --out: one such folder for each student")
      ->required();
  command->add_option("--lab", options->labs, "Only this lab: tp1 or tp2 (may be repeated)")
      ->allow_extra_args(false);
  command->add_option("--exercise", options->exercise, "Only this exercise: tp1.softmax");
  add_seed(*command, options->seed, "Seed of the run; keep it secret until the marks are out");
  command->add_option("--json", options->json, "Also write results.json to this file");
  command->add_option("--timings", options->timings,
                      "Also write how long each part took to this file");
  command->add_option(
      "--mnist", options->mnist,
      "Folder of the four MNIST files, or 'sample' for a rehearsal with few images");
  command->add_flag("--no-mnist", options->no_mnist, "Leave the MNIST runs out");
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
  return command;
}

}  // namespace gradus::app
