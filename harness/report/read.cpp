#include "report/read.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "report/json.hpp"

namespace gradus::report {
namespace {

using nlohmann::json;

/// More than any exercise, lab or course is worth; what is larger was not written by us.
constexpr double kMostPoints = 1000.0;

Points points(const json& number) {
  const double value = number.get<double>();
  if (!(value >= 0.0) || value > kMostPoints) throw std::runtime_error("points out of range");
  return static_cast<Points>(std::lround(100.0 * value));
}

Verdict verdict(const json& text) {
  const auto verdict = verdict_named(text.get<std::string>());
  if (!verdict) throw std::runtime_error("there is no verdict " + text.dump());
  return *verdict;
}

check::Kind kind(const json& text) {
  const auto kind = check::kind_named(text.get<std::string>());
  if (!kind) throw std::runtime_error("there is no kind of check " + text.dump());
  return *kind;
}

CheckResult check_result(const json& c) {
  CheckResult result;
  c.at("slug").get_to(result.slug);
  c.at("claim").get_to(result.claim);
  result.kind = kind(c.at("kind"));
  result.verdict = verdict(c.at("verdict"));
  result.points = points(c.at("points"));
  result.out_of = points(c.at("out_of"));
  c.at("cases").get_to(result.cases);
  if (!c.contains("failure")) return result;
  const json& story = c.at("failure");
  story.at("input").get_to(result.story.input);
  story.at("expected").get_to(result.story.expected);
  story.at("got").get_to(result.story.got);
  story.at("why").get_to(result.story.why);
  return result;
}

/// What an exercise and a run on MNIST have in common.
template <typename Result>
Result task_result(const json& task) {
  Result result;
  task.at("slug").get_to(result.slug);
  task.at("title").get_to(result.title);
  result.verdict = verdict(task.at("verdict"));
  result.points = points(task.at("points"));
  result.out_of = points(task.at("out_of"));
  task.at("message").get_to(result.message);
  return result;
}

ExerciseResult exercise_result(const json& e) {
  auto result = task_result<ExerciseResult>(e);
  e.at("file").get_to(result.file);
  e.at("notes").get_to(result.notes);
  e.at("advice").get_to(result.advice);
  e.at("printed").get_to(result.printed);
  if (const json& finding = e.at("finding"); !finding.is_null()) {
    finding.at("mistake").get_to(result.finding.mistake);
    finding.at("says").get_to(result.finding.says);
    finding.at("notes").get_to(result.finding.notes);
  }
  for (const json& c : e.at("checks")) result.checks.push_back(check_result(c));
  return result;
}

MnistResult mnist_result(const json& m) {
  auto result = task_result<MnistResult>(m);
  m.at("data").get_to(result.data);
  m.at("accuracies").get_to(result.accuracies);
  m.at("threshold").get_to(result.threshold);
  return result;
}

LabResult lab_result(const json& lab) {
  LabResult result;
  lab.at("name").get_to(result.name);
  lab.at("title").get_to(result.title);
  result.points = points(lab.at("points"));
  result.out_of = points(lab.at("out_of"));
  for (const json& e : lab.at("exercises")) result.exercises.push_back(exercise_result(e));
  if (const json& m = lab.at("mnist"); !m.is_null()) result.mnist = mnist_result(m);
  return result;
}

Results results(const json& all) {
  if (all.at("schema") != kResultsSchema) {
    throw std::runtime_error("it is " + all.at("schema").dump() + ", not " +
                             std::string(kResultsSchema));
  }
  Results results;
  const json& f = all.at("fingerprint");
  f.at("submission").get_to(results.fingerprint.submission);
  f.at("harness").get_to(results.fingerprint.harness);
  f.at("compiler").get_to(results.fingerprint.compiler);
  f.at("flags").get_to(results.fingerprint.flags);
  f.at("arch").get_to(results.fingerprint.arch);
  f.at("cpu").get_to(results.fingerprint.cpu);
  f.at("isolation").get_to(results.fingerprint.isolation);
  f.at("seed").get_to(results.fingerprint.seed);
  all.at("remarks").get_to(results.remarks);
  for (const json& lab : all.at("labs")) results.labs.push_back(lab_result(lab));
  return results;
}

std::vector<Timing> timings(const json& all) {
  std::vector<Timing> timings;
  for (const auto& [what, seconds] : all.at("seconds").items()) {
    timings.push_back({what, seconds.get<double>()});
  }
  return timings;
}

/// \param read what to make of the parsed text
template <typename Read>
auto parsed(const std::string& text, const char* what, const Read& read) {
  try {
    return read(json::parse(text));
  } catch (const std::exception& e) {
    throw std::runtime_error("this is no " + std::string(what) + " of Gradus: " + e.what());
  }
}

}  // namespace

Results read_results(const std::string& text) { return parsed(text, "results.json", results); }

ExerciseResult read_exercise(const std::string& text) {
  return parsed(text, "result of an exercise", exercise_result);
}

std::vector<Timing> read_timings(const std::string& text) {
  return parsed(text, "timings.json", timings);
}

}  // namespace gradus::report
