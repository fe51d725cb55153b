#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>

#include "app/commands.hpp"
#include "app/subcommands.hpp"

namespace gradus::app {
namespace {

constexpr const char* kExercise = "tp1.softmax";

/// Without NaN and infinity, which CLI::PositiveNumber lets pass.
CLI::Validator positive_number() {
  return {[](std::string& text) -> std::string {
            char* end = nullptr;
            const double value = std::strtod(text.c_str(), &end);
            const bool good =
                end != text.c_str() && *end == '\0' && std::isfinite(value) && value > 0;
            return good ? "" : "must be a number above 0, not " + text;
          },
          ""};
}

void add_next(CLI::App& app, int& status) {
  runs(app.add_subcommand("next", "What to do next"), status, next);
}

void add_check(CLI::App& app, int& status) {
  auto options = std::make_shared<CheckOptions>();
  auto watched = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("check", "Check your own labs/, without MNIST");
  command->add_option("what", options->what, "An exercise or a lab; nothing: all");
  CLI::Option* in_process =
      command->add_flag("--in-process", options->in_process,
                        "Run the checks in one process with your code, for a debugger; no marks");
  command->add_flag("--watch", *watched, "Go on, and judge every file that you save")
      ->excludes(in_process);
  command->footer(
      "Examples:\n  gradus check tp1.softmax\n  gradus check tp1.softmax --watch\n"
      "  gradus check tp1");
  runs(command, status,
       [options, watched] { return *watched ? watch(*options) : check(*options); });
}

void add_hint(CLI::App& app, int& status) {
  auto options = std::make_shared<HintOptions>();
  CLI::App* command = app.add_subcommand("hint", "One more hint for an exercise");
  command->add_option("exercise", options->slug, kExercise)->required();
  command->add_flag("--again", options->again, "Only those that you have read");
  runs(command, status, [options] { return hint(*options); });
}

void add_explain(CLI::App& app, int& status) {
  auto what = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("explain", "What a check asks, and the pitfall behind it");
  command->add_option("what", *what,
                      "A check (tp1.softmax.shift), an exercise, a pitfall; nothing: a list");
  runs(command, status, [what] { return explain(*what); });
}

void add_replay(CLI::App& app, int& status) {
  auto options = std::make_shared<ReplayOptions>();
  CLI::App* command =
      app.add_subcommand("replay", "Run the input on which a check failed alone, under sanitizers");
  command->add_option("exercise", options->slug, kExercise)->required();
  command->add_option("check", options->idea,
                      "shift, as the failure said (tp1.softmax.shift will do for both); nothing: "
                      "the first that failed");
  command->add_flag("--gdb", options->gdb,
                    "In the debugger, which stops at the beginning of your function");
  command->footer("Example:\n  gradus replay tp1.softmax shift --gdb");
  runs(command, status, [options] { return replay(*options); });
}

void add_reset(CLI::App& app, int& status) {
  auto slug = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("reset", "Begin an exercise anew; what you wrote is kept");
  command->add_option("exercise", *slug, kExercise)->required();
  runs(command, status, [slug] { return reset(*slug); });
}

void add_notes(CLI::App& app, int& status) {
  auto slug = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("notes", "Open the course notes");
  command->add_option("exercise", *slug, "Where to open them");
  runs(command, status, [slug] { return notes(*slug); });
}

void add_train(CLI::App& app, int& status) {
  auto options = std::make_shared<TrainOptions>();
  CLI::App* command =
      app.add_subcommand("train", "Train your lab, watch it learn, and get a report; no marks");
  command->add_option("lab", options->lab, "tp1 or tp2")->required();
  command->add_option("--path", options->submission, "Another folder than labs/");
  command->add_option("--epochs", options->epochs, "Passes over the training images")
      ->check(CLI::Range(1, 10'000));
  command->add_option("--learning-rate", options->learning_rate, "Step length")
      ->capture_default_str()
      ->check(positive_number());
  command->add_option("--seed", options->seed, "Seed of the run, below 2^53")
      ->capture_default_str()
      ->check(CLI::Range(std::uint64_t{0}, (std::uint64_t{1} << 53) - 1));
  command->add_option("--data", options->data, "mnist, fashion (clothes) or sample")
      ->capture_default_str()
      ->check(CLI::IsMember({"mnist", "fashion", "sample"}));
  command->add_option("--mnist", options->mnist, "Folder of the four files of the data");
  command->add_option("--out", options->out,
                      "Folder for the report, instead of .gradus/runs/LAB/N");
  command->add_option("--compare", options->compare,
                      "Show another run beside this one: its number, last, or a report.json");
  command->add_option("--load", options->load, "Start from these parameters (.npz)");
  command->add_option("--save", options->save, "Write the parameters here too (.npz)");
  command->footer(
      "Ctrl-C stops the training and keeps what was learnt so far; a second one ends\n"
      "it at once.\n"
      "Examples:\n  gradus train tp2 --epochs 3 --seed 7\n"
      "  gradus train tp2 --learning-rate 0.1 --compare last\n"
      "  gradus train tp1 --data fashion --save clothes.npz");
  runs(command, status, [options] { return train(*options); });
}

void add_graph(CLI::App& app, int& status) {
  auto options = std::make_shared<GraphOptions>();
  CLI::App* command =
      app.add_subcommand("graph", "Draw the graph that your autograd builds for a small network");
  command->add_option("lab", options->lab, "tp2")->required();
  command->add_option("--path", options->submission, "Another folder than labs/");
  command->add_option("--out", options->out,
                      "The picture, an SVG file (default: .gradus/graph-tp2.svg)");
  command->add_option("--hidden-layers", options->hidden_layers, "0 to 6")
      ->capture_default_str()
      ->check(CLI::Range(0, 6));
  command->add_flag("--relu", options->relu, "Activations are relu instead of tanh");
  command->footer("Example:\n  gradus graph tp2 --hidden-layers 2 --out graph.svg");
  runs(command, status, [options] { return graph(*options); });
}

void add_submit(CLI::App& app, int& status) {
  auto options = std::make_shared<SubmitOptions>();
  CLI::App* command =
      app.add_subcommand("submit", "Judge your labs/ as the official run will, and pack them");
  command->add_option("lab", options->lab, "tp1 or tp2; nothing: all");
  command->add_option("--out", options->folder, "Where archive and receipt go")
      ->capture_default_str();
  command->add_option("--mnist", options->mnist, "Folder of the four MNIST files");
  command->add_flag("--no-mnist", options->no_mnist, "Leave the MNIST runs out");
  runs(command, status, [options] { return submit(*options); });
}

void add_verify(CLI::App& app, int& status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command =
      app.add_subcommand("verify", "What differs between your receipt and another run?");
  command->add_option("receipt", options->receipt, "The file that submit has left")->required();
  CLI::Option* official =
      command->add_option("--official", options->official,
                          "results.json of the official run; without it: what is in labs/ now");
  command->add_option("--path", options->submission, "Another folder than labs/")
      ->excludes(official);
  runs(command, status, [options] { return verify(*options); });
}

}  // namespace

void add_student_commands(CLI::App& app, int& status) {
  add_group(app, status, "For students",
            {add_next, add_check, add_hint, add_explain, add_replay, add_reset, add_notes,
             add_train, add_graph, add_submit, add_verify});
}

}  // namespace gradus::app
