#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "sandbox/remote.hpp"
#include "specs/specs.hpp"
#include "toolchain/builder.hpp"

/// How often the checks cry wolf: runs them on the reference solution over fresh seeds and counts
/// the ones that fail. The goal is 0.
///
/// Usage: false_alarms SUBMISSION CASES [gradient|all]
/// where CASES is how many inputs to try at least, over all checks of the chosen kind together.
namespace {

using namespace gradus;

struct Tally {
  long cases = 0;
  long runs = 0;
  long alarms = 0;
};

struct Judged {
  const Exercise* exercise;
  std::unique_ptr<sandbox::Remote> subject;
};

/// One round: every check once, with this seed.
void round(std::vector<Judged>& all, bool only_gradients, std::uint64_t seed, Tally& tally) {
  for (Judged& judged : all) {
    for (const check::Check& c : specs::spec_of(judged.exercise->slug).checks) {
      if (only_gradients && c.kind != check::Kind::kGradient) continue;
      const check::Result result = check::run(c, judged.exercise->slug, *judged.subject, seed);
      tally.cases += result.cases;
      ++tally.runs;
      if (result.verdict == Verdict::kPassed) continue;
      ++tally.alarms;
      std::printf("ALARM  seed %llu  %s.%s\n%s\n%s\n", static_cast<unsigned long long>(seed),
                  std::string(judged.exercise->slug).c_str(), std::string(c.idea).c_str(),
                  result.story.input.c_str(), result.story.got.c_str());
    }
  }
}

int measure(const std::filesystem::path& submission_path, long cases, bool only_gradients) {
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  const auto recipe = toolchain::Recipe::load(program.parent_path() / "../../recipe.txt");
  std::vector<const Lab*> labs;
  std::vector<const Exercise*> exercises;
  for (const Lab& lab : catalogue()) {
    labs.push_back(&lab);
    for (const Exercise& e : lab.exercises) exercises.push_back(&e);
  }
  const auto submission = toolchain::Submission::read(submission_path, labs, recipe.labs);
  toolchain::Builder builder(recipe, submission);
  builder.compile(exercises);

  sandbox::Limits limits;
  limits.cpu = std::chrono::hours(10);
  if (recipe.sanitized) limits.address_space = 0;
  const sandbox::TimeLimits time{std::chrono::seconds(60), std::chrono::hours(10)};
  std::vector<Judged> all;
  for (const Exercise* e : exercises) {
    const toolchain::Built worker = builder.link_worker(*e);
    if (!worker.ok()) {
      std::fprintf(stderr, "%s\n", worker.errors.c_str());
      return 3;
    }
    all.push_back({e, std::make_unique<sandbox::Remote>(worker.file, time, limits)});
  }

  Tally tally;
  std::uint64_t seed = 1;
  for (; tally.cases < cases; ++seed) round(all, only_gradients, seed, tally);
  std::printf("%ld false alarms in %ld inputs (%ld runs of checks, seeds 1 to %llu)\n",
              tally.alarms, tally.cases, tally.runs, static_cast<unsigned long long>(seed - 1));
  return tally.alarms == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string kind = argc > 3 ? argv[3] : "gradient";
  if (argc < 3 || (kind != "gradient" && kind != "all")) {
    std::fputs("usage: false_alarms SUBMISSION CASES [gradient|all]\n", stderr);
    return 2;
  }
  try {
    return measure(argv[1], std::atol(argv[2]), kind == "gradient");
  } catch (const std::exception& e) {
    std::fprintf(stderr, "false_alarms: %s\n", e.what());
    return 3;
  }
}
