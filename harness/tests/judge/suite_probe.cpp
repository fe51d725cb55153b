/// Runs made-up checks through the judge's suite and prints what became of them, a line each.
/// GoogleTest runs once per process, so the tests start this program for every scenario.
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "check/story.hpp"
#include "check/trial.hpp"
#include "judge/suite.hpp"

namespace {

using namespace gradus;
using check::Kind;
using check::Trial;
using sandbox::SubjectFailure;

class NoSubject : public sandbox::Subject {
 public:
  protocol::Reply call(const protocol::Request&, const sandbox::ReplyBounds&) override {
    throw std::logic_error("not asked in these scenarios");
  }
  [[nodiscard]] std::string printed() const override { return "printed"; }
};

void pass(Trial&) {}
void fail(Trial&) {
  throw check::Falsified({.input = "i", .expected = "e", .got = "g", .why = "w"});
}
void todo(Trial&) { throw SubjectFailure(Verdict::kNotStarted, "stub"); }
void hang(Trial&) { throw SubjectFailure(Verdict::kTimedOut, "too long"); }
void late(Trial&) { throw SubjectFailure(Verdict::kUnfinished, "not tried"); }
void ours(Trial&) { throw std::runtime_error("our fault"); }
void odd(Trial&) { throw 42; }
void never(Trial&) { std::puts("this check must not run"); }

std::vector<check::Spec> scenario(const std::string& name) {
  using Body = void (*)(Trial&);
  const auto spec = [](std::string_view exercise, Body value, Body property, Body robust) {
    return check::Spec{exercise,
                       {{"value", "v", Kind::kValue, 200, value},
                        {"property", "p", Kind::kProperty, 100, property},
                        {"DISABLED_robust", "r", Kind::kRobust, 100, robust}}};
  };
  if (name == "plain") {
    return {spec("tp1.b", &pass, &fail, &pass), spec("tp1.a", &pass, &pass, &pass)};
  }
  if (name == "untouched") return {spec("tp1.a", &todo, &never, &never)};
  if (name == "half_done") return {spec("tp1.a", &pass, &todo, &never)};
  if (name == "hang")
    return {spec("tp1.a", &pass, &hang, &late), spec("tp1.b", &pass, &pass, &pass)};
  if (name == "our_fault") return {spec("tp1.a", &pass, &ours, &pass)};
  if (name == "odd_fault") return {spec("tp1.a", &pass, &odd, &pass)};
  return {};
}

void print(const ExerciseResult& e) {
  std::printf("%s %s %d %s\n", e.slug.c_str(), std::string(name(e.verdict)).c_str(), e.points,
              e.printed.c_str());
  for (const CheckResult& c : e.checks) {
    std::printf("  %s %d %s\n", std::string(name(c.verdict)).c_str(), c.points,
                c.story.got.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "plain";
  const std::vector<check::Spec> specs = scenario(name);
  std::vector<ExerciseResult> results;
  for (const check::Spec& spec : specs) {
    ExerciseResult e;
    e.slug = spec.exercise;
    for (const check::Check& c : spec.checks) {
      CheckResult check;
      check.kind = c.kind;
      check.out_of = c.points;
      e.checks.push_back(check);
    }
    results.push_back(e);
  }
  NoSubject subject;
  std::vector<judge::Candidate> candidates;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    candidates.push_back({&specs[i], &subject, &results[i]});
  }
  judge::run_once(candidates, 1, [](const ExerciseResult& e) {
    std::printf("finished %s %d\n", e.slug.c_str(), e.points);
  });
  for (const ExerciseResult& e : results) print(e);
  if (name != "twice") return 0;
  try {
    judge::run_once(candidates, 1, nullptr);
  } catch (const std::logic_error&) {
    std::puts("refused");
  }
}
