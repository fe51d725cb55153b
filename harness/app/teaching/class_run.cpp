#include "app/teaching/class_run.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>

#include "app/isolation.hpp"
#include "app/progress.hpp"
#include "app/project.hpp"
#include "app/teaching/run_folder.hpp"
#include "classroom/desk.hpp"
#include "classroom/grading.hpp"
#include "classroom/judge.hpp"
#include "classroom/local_engine.hpp"
#include "classroom/slurm_engine.hpp"
#include "classroom/summary.hpp"
#include "gradebook/gradebook.hpp"
#include "mnist/sources.hpp"
#include "toolchain/identity.hpp"
#include "toolchain/processor.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;
using gradebook::Gradebook;
using gradebook::HandIn;
using gradebook::Terms;

/// Where judges find MNIST: it is looked for, and fetched, once for all of them.
std::string mnist_folder(const GradeOptions& options, Progress& progress) {
  if (options.no_mnist) return {};
  if (options.mnist == judge::kSample) return std::string(judge::kSample);
  mnist::LoadOptions source;
  if (!options.mnist.empty()) source.given = options.mnist;
  source.fall_back_to_sample = false;
  source.say = [&](const std::string& what) { progress.show(what); };
  static_cast<void>(mnist::load(source));
  if (source.given) return fs::canonical(*source.given).string();
  return fs::canonical(source.cache / source.wanted.folder).string();
}

Terms terms_of(const GradeOptions& options, const toolchain::Recipe& parts, Progress& progress) {
  Terms terms;
  for (const Lab* lab : labs_named(options.labs)) terms.labs.emplace_back(lab->name);
  terms.mnist = mnist_folder(options, progress);
  terms.seed = options.seed.value_or(secret_seed());
  terms.isolation = options.isolation;
  terms.build = toolchain::identity(program(), parts);
  return terms;
}

/// A run goes on as it was begun.
void expect_same_terms(const Terms& then, Terms now, const GradeOptions& options) {
  if (!options.seed) now.seed = then.seed;
  const auto refuse = [&](const std::string& what) {
    throw UsageError("The run in " + options.out.string() + " was begun " + what +
                     "\nAll its marks must come about alike. Go on as it was begun, or begin "
                     "another run with another --out.");
  };
  if (now.build != then.build) {
    refuse("by another build of Gradus or of the labs: something in it has changed since.");
  }
  if (now.labs != then.labs) refuse("for other labs.");
  if (now.mnist != then.mnist) {
    refuse("with other data: '" + then.mnist + "', and not '" + now.mnist + "'.");
  }
  if (now.seed != then.seed) refuse("with another seed.");
  if (now.isolation != then.isolation) refuse("with --isolation " + then.isolation + ".");
}

/// What was handed in is read once, when a run begins.
std::string changes_since(const Gradebook& book, const std::vector<HandIn>& now) {
  const std::vector<HandIn> then = book.class_list();
  const bool same = std::equal(
      then.begin(), then.end(), now.begin(), now.end(), [](const HandIn& a, const HandIn& b) {
        return a.student.id == b.student.id && a.submission == b.submission;
      });
  if (same) return {};
  return "What was handed in, or the roster, has changed since this run was begun. The run keeps "
         "what\nit began with; begin another one for what is new.\n";
}

Gradebook begin_or_go_on(const GradeOptions& options, const toolchain::Recipe& parts,
                         const std::vector<HandIn>& hand_ins, Progress& progress) {
  const fs::path file = gradebook_in(options.out);
  const Terms terms = terms_of(options, parts, progress);
  if (!fs::exists(file)) return Gradebook::begin(file, terms, hand_ins);
  Gradebook book = Gradebook::open(file);
  expect_same_terms(book.terms(), terms, options);
  if (const std::string note = changes_since(book, hand_ins); !note.empty()) {
    progress.clear();
    std::fputs(note.c_str(), stderr);
  }
  return book;
}

std::unique_ptr<classroom::Engine> engine_for(const GradeOptions& options,
                                              const classroom::Desk& desk) {
  if (options.engine == "slurm") {
    return std::make_unique<classroom::SlurmEngine>(desk, program(), options.jobs,
                                                    options.slurm_options);
  }
  const unsigned jobs =
      options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return std::make_unique<classroom::LocalEngine>(desk, program(), jobs);
}

std::string duration(std::chrono::seconds time) {
  const auto minutes = (time.count() + 59) / 60;
  if (time.count() < 90) return std::to_string(time.count()) + " s";
  if (minutes < 90) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

}  // namespace

int grade_into_run(const GradeOptions& options, const HandInReader& read_hand_ins) {
  const toolchain::Recipe parts = recipe();
  // Refuses here, and not once for each student, where walls are too weak.
  static_cast<void>(confinement(parts, options.isolation, options.strongest_isolation));
  fs::create_directories(options.out);
  // It will hold the secret seed and everybody's work.
  fs::permissions(options.out, fs::perms::owner_all);
  const sandbox::Descriptor lock = hold(options.out);

  Progress progress;
  Gradebook book = begin_or_go_on(options, parts, read_hand_ins(parts), progress);
  if (!book.is_finished()) {
    const classroom::Desk desk(fs::canonical(options.out) / "desk");
    progress.show("grading " + std::to_string(book.ungraded().size()) + " submissions ...");
    const auto engine = engine_for(options, desk);
    classroom::grade(book, desk, *engine, [&](const classroom::Standing& standing) {
      std::string line = "graded " + std::to_string(standing.done) + " of " +
                         std::to_string(standing.all) + " submissions";
      if (standing.done < standing.all) line += ", about " + duration(standing.left) + " left";
      progress.show(line);
    });
    if (!classroom::holds_back(book)) {
      book.finish();
      fs::remove_all(options.out / "desk");
    }
  }
  progress.clear();
  std::fputs(classroom::summary(book).c_str(), stdout);
  std::printf("\nThe run is in %s\n", gradebook_in(options.out).c_str());
  return book.is_finished() ? kFullMarks : kOurFault;
}

int judge_share(const ShareOptions& options) {
  const toolchain::Recipe parts = recipe();
  toolchain::require_processor(parts.arch);
  classroom::judge_share(classroom::Desk(options.desk), program(),
                         toolchain::identity(program(), parts), options.share, options.of);
  return kFullMarks;
}

}  // namespace gradus::app
