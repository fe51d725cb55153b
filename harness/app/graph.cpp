#include "graph/graph.hpp"

#include <cstdio>
#include <set>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "graph/ask.hpp"
#include "graph/findings.hpp"
#include "graph/list.hpp"
#include "graph/svg.hpp"
#include "report/escape.hpp"
#include "report/json.hpp"
#include "sandbox/remote.hpp"
#include "toolchain/builder.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using toolchain::SourceFile;
using Exercises = std::set<const Exercise*>;

/// The functions that make nodes are what the picture is about: the reference never stands in for
/// them.
bool makes_nodes(const Exercise& e) {
  return e.slug == "tp2.tanh" || e.slug == "tp2.affine" || e.slug == "tp2.nll";
}

/// No network needs it to go forward and back once.
bool is_idle(const Exercise& e) { return e.slug == "tp2.training_loop"; }

/// The student's code does not come to a graph; the message says why.
class NoGraph : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

sandbox::Limits limits(const toolchain::Recipe& parts) {
  sandbox::Limits limits;
  // A sanitizer reserves terabytes of addresses.
  if (parts.sanitized) limits.address_space = 0;
  return limits;
}

/// Runs the student's program once, behind walls.
graph::Graph run(const toolchain::Recipe& parts, const sandbox::Confinement& walls,
                 const fs::path& program, const graph::Setup& setup, std::string& printed) {
  sandbox::Remote student(
      walls.confine({{program.string()}}, {sandbox::Box::Task::kRun, {program}, {}}), {10s, 10s, 1},
      limits(parts));
  try {
    graph::Graph graph = graph::ask(student, setup);
    printed = student.printed();
    return graph;
  } catch (const sandbox::SubjectFailure& e) {
    printed = student.printed();
    throw NoGraph(std::string(e.what()) + ".\nThe checks tell more: ./gradus check tp2");
  }
}

/// Builds the graph with as much of the student's code as there is: where the rest is still to be
/// written, with the reference.
graph::Graph build(const toolchain::Recipe& parts, const GraphOptions& options, const Lab& lab,
                   Progress& progress, std::string& printed) {
  const auto submission =
      toolchain::Submission::read(options.submission.empty() ? labs_folder() : options.submission,
                                  std::vector<const Lab*>{&lab}, parts.labs);
  Exercises others;
  std::vector<const Exercise*> own;
  for (const Exercise& e : lab.exercises) {
    const bool missing = submission.files.find(e.slug)->second.state == SourceFile::State::kMissing;
    if (missing && makes_nodes(e)) {
      throw NoGraph("The file " + std::string(e.file) + " is missing.");
    }
    if (missing || is_idle(e)) {
      others.insert(&e);
    } else {
      own.push_back(&e);
    }
  }
  progress.show("compiling ...");
  const sandbox::Confinement walls = confinement(parts, "none");
  const toolchain::ObjectStore objects = object_store();
  toolchain::Builder builder(parts, submission, walls, {.objects = &objects});
  builder.compile(own);
  progress.show("drawing ...");
  graph::Setup setup;
  setup.hidden_layers = options.hidden_layers;
  setup.relu = options.relu;
  for (;;) {
    const toolchain::Built program = builder.link_grapher(lab, others);
    if (!program.ok()) throw NoGraph(program.errors);
    graph::Graph graph = run(parts, walls, program.file, setup, printed);
    const Exercise* stub = graph::unfinished(graph);
    if (stub != nullptr && !makes_nodes(*stub) && others.insert(stub).second) continue;
    for (const Exercise* e : others) {
      if (!is_idle(*e)) graph.stand_ins.push_back(e->slug);
    }
    return graph;
  }
}

fs::path picture_file(const GraphOptions& options) {
  if (options.out.empty()) {
    fs::create_directories(state_folder());
    return state_folder() / "graph-tp2.svg";
  }
  if (!options.out.parent_path().empty() && !fs::is_directory(options.out.parent_path())) {
    throw UsageError("There is no folder " + options.out.parent_path().string() + " for --out.");
  }
  return options.out;
}

}  // namespace

int graph(const GraphOptions& options) {
  if (options.lab == "tp1") {
    throw UsageError(
        "TP1 has no graph: there you work out every gradient by hand. The graph begins with TP2, "
        "where tensors remember what they were computed from: ./gradus graph tp2");
  }
  if (options.lab != "tp2") {
    throw UsageError("There is no graph of '" + options.lab + "'. There is one of: tp2");
  }
  const toolchain::Recipe parts = recipe();
  const fs::path file = picture_file(options);
  Progress progress;
  std::string printed;
  int status = kPointsLost;
  try {
    const graph::Graph graph = build(parts, options, *find_lab(options.lab), progress, printed);
    progress.clear();
    report::write_atomically(file, graph::svg(graph));
    std::printf("%s\nThe picture, for any browser: %s\n", graph::list(graph).c_str(),
                file.string().c_str());
    if (graph::findings(graph).empty() && graph.stand_ins.empty()) status = kFullMarks;
  } catch (const NoGraph& e) {
    progress.clear();
    std::printf("Your tp2 has no graph that can be drawn yet:\n%s\n",
                report::visible(e.what()).c_str());
  }
  if (!printed.empty()) {
    std::printf("\nYour code printed:\n%s\n", report::visible(printed, 2000).c_str());
  }
  return status;
}

}  // namespace gradus::app
