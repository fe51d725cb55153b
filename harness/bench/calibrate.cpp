#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "judge/mnist_run.hpp"
#include "sandbox/self_test.hpp"
#include "score/score.hpp"
#include "toolchain/builder.hpp"

/// The accuracies that the reference solution reaches on MNIST over many seeds, each with its own
/// disguise of the images: what the thresholds of judge/mnist_goal.cpp rest on.
///
/// Usage: calibrate SUBMISSION LAB SEEDS [mnist|sample]
namespace {

using namespace gradus;

/// Results that open the gate: here the submission is known to be right.
std::vector<ExerciseResult> passed(const Lab& lab) {
  std::vector<ExerciseResult> results;
  for (const Exercise& e : lab.exercises) {
    ExerciseResult result;
    result.slug = e.slug;
    result.checks.resize(1);
    result.checks[0].verdict = Verdict::kPassed;
    results.push_back(std::move(result));
  }
  return results;
}

void print(const std::string& lab, const std::string& data, std::vector<double> a) {
  const auto n = static_cast<double>(a.size());
  double mean = 0.0;
  for (const double x : a) mean += x / n;
  double variance = 0.0;
  for (const double x : a) variance += (x - mean) * (x - mean) / (n - 1.0);
  std::sort(a.begin(), a.end());
  std::printf("%s on %s, seeds 1 to %d: mean %.4f, sd %.4f, min %.4f, max %.4f\n", lab.c_str(),
              data.c_str(), static_cast<int>(n), mean, std::sqrt(variance), a.front(), a.back());
}

int measure(const std::filesystem::path& path, const Lab& lab, int seeds, mnist::Kind kind) {
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  const auto recipe = toolchain::Recipe::load(program.parent_path() / "../../recipe.txt");
  const auto submission =
      toolchain::Submission::read(path, std::vector<const Lab*>{&lab}, recipe.labs);
  const sandbox::Confinement confinement(sandbox::strongest(recipe.probe).level);
  toolchain::Builder builder(recipe, submission, confinement);
  std::vector<const Exercise*> exercises;
  for (const Exercise& e : lab.exercises) exercises.push_back(&e);
  builder.compile(exercises);

  mnist::LoadOptions source;
  source.wanted = mnist::source(kind);
  std::vector<double> accuracies;
  for (int seed = 1; seed <= seeds; ++seed) {
    judge::MnistRun run(source, static_cast<std::uint64_t>(seed), {}, confinement,
                        [](const std::string&) {});
    const MnistResult result = run.score(lab, passed(lab), builder);
    if (result.accuracies.empty()) {
      std::fprintf(stderr, "seed %d: %s\n", seed, result.message.c_str());
      return 3;
    }
    accuracies.push_back(result.accuracies.front());
    std::printf("seed %d: %.4f\n", seed, accuracies.back());
    std::fflush(stdout);
  }
  print(std::string(lab.name), source.wanted.name, accuracies);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const Lab* lab = argc > 3 ? find_lab(argv[2]) : nullptr;
  const int seeds = argc > 3 ? std::atoi(argv[3]) : 0;
  if (lab == nullptr || seeds < 2) {
    std::fputs("usage: calibrate SUBMISSION LAB SEEDS [mnist|sample]\n", stderr);
    return 2;
  }
  try {
    return measure(argv[1], *lab, seeds, mnist::kind_from_name(argc > 4 ? argv[4] : "mnist"));
  } catch (const std::exception& e) {
    std::fprintf(stderr, "calibrate: %s\n", e.what());
    return 3;
  }
}
