#include "author/prover.hpp"

#include <algorithm>
#include <chrono>

#include "author/stage.hpp"
#include "check/check.hpp"
#include "check/tolerance.hpp"
#include "diagnosis/diagnose.hpp"
#include "mistakes/bank.hpp"
#include "specs/specs.hpp"

namespace gradus::author {

using Kind = VersionReport::Kind;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Runs the checks up to the first that fails.
/// \param watch is told of each check that passed
template <class Watch>
void run_checks(const Stage& stage, sandbox::Subject& subject, std::uint64_t seed,
                VersionReport& report, Watch watch) {
  const check::Spec& spec = specs::spec_of(stage.exercise().slug);
  for (std::size_t i = 0; i < spec.checks.size(); ++i) {
    const auto start = std::chrono::steady_clock::now();
    const check::MarginMeter meter;
    const check::Result result = check::run(spec.checks[i], spec.exercise, subject, seed);
    if (result.verdict != Verdict::kPassed) {
      report.first_failure = spec.checks[i].idea;
      report.verdict = result.verdict;
      report.story = result.story.got;
      return;
    }
    watch(i, seconds_since(start), meter.worst());
  }
}

void run_right_version(const Stage& stage, const std::filesystem::path& program, Kind kind,
                       std::string_view name, std::uint64_t seed, Report& report) {
  VersionReport version;
  version.kind = kind;
  version.name = name;
  const auto subject = stage.play(program, name);
  run_checks(stage, *subject, seed, version, [&](std::size_t i, double seconds, double margin) {
    CheckReport& check = report.checks[i];
    if (kind == Kind::kSolution) check.seconds = seconds;
    if (margin <= check.margin) return;
    check.margin = margin;
    check.margin_of = name;
  });
  report.versions.push_back(std::move(version));
}

Report blank_report(const Exercise& exercise) {
  Report report;
  report.slug = exercise.slug;
  for (const check::Check& c : specs::spec_of(exercise.slug).checks) {
    report.checks.push_back({std::string(c.idea), 0.0, 0.0, ""});
  }
  return report;
}

void run_right_versions(const Stage& stage, const std::filesystem::path& program,
                        std::uint64_t seed, Report& report) {
  run_right_version(stage, program, Kind::kSolution, mistakes::kSolution, seed, report);
  run_right_version(stage, program, Kind::kStub, mistakes::kStub, seed, report);
  for (const mistakes::Variant& v : mistakes::variants_of(stage.exercise().slug)) {
    run_right_version(stage, program, Kind::kVariant, v.name, seed, report);
  }
}

/// A known mistake, played.
struct Suspect {
  const mistakes::Mistake* mistake;
  diagnosis::Transcript transcript;
};

/// Lets every mistake be diagnosed as if a student had handed it in.
void diagnose_all(std::vector<Suspect>& suspects, const std::vector<diagnosis::Question>& questions,
                  const std::vector<diagnosis::Outcome>& right, Report& report) {
  for (Suspect& culprit : suspects) {
    const auto played =
        std::find_if(report.versions.begin(), report.versions.end(), [&](const VersionReport& v) {
          return v.kind == Kind::kMistake && v.name == culprit.mistake->name;
        });
    const auto& answers = culprit.transcript.ask_all(questions);
    if (!diagnosis::telling(questions, answers, right)) continue;
    for (Suspect& suspect : suspects) {
      if (suspect.mistake->family() == culprit.mistake->family()) continue;
      if (diagnosis::reproduces(suspect.transcript, questions, answers)) {
        played->taken_for.emplace_back(suspect.mistake->name);
      }
    }
    played->diagnosed = played->taken_for.empty();
  }
}

}  // namespace

bool VersionReport::as_it_must() const {
  if (kind == Kind::kStub) return verdict == Verdict::kNotStarted;
  return first_failure == expected && taken_for.empty();
}

Report prove(const Exercise& exercise, const toolchain::Recipe& recipe, std::uint64_t seed) {
  const auto start = std::chrono::steady_clock::now();
  Report report = blank_report(exercise);
  const Stage stage(exercise, recipe.sanitized);
  const std::string slug(exercise.slug);
  const auto& variants = recipe.bank.at("variants." + slug);
  const auto& wrong = recipe.bank.at("mistakes." + slug);
  run_right_versions(stage, variants, seed, report);

  std::vector<Suspect> suspects;
  for (const mistakes::Mistake& m : mistakes::mistakes_of(slug)) {
    VersionReport version;
    version.kind = Kind::kMistake;
    version.name = m.name;
    version.expected = m.caught_by;
    run_checks(stage, *stage.play(wrong, m.name), seed, version, [](auto...) {});
    report.versions.push_back(std::move(version));
    suspects.push_back(
        {&m, diagnosis::Transcript([&stage, &wrong, &m] { return stage.play(wrong, m.name); })});
  }
  const auto [questions, right] =
      diagnosis::interview(specs::spec_of(slug), *stage.play(variants, mistakes::kSolution), seed);
  diagnose_all(suspects, questions, right, report);
  report.seconds = seconds_since(start);
  return report;
}

Report prove_variants(const Exercise& exercise, const std::filesystem::path& variants,
                      bool sanitized, std::uint64_t seed) {
  const auto start = std::chrono::steady_clock::now();
  Report report = blank_report(exercise);
  run_right_versions(Stage(exercise, sanitized), variants, seed, report);
  report.seconds = seconds_since(start);
  return report;
}

}  // namespace gradus::author
