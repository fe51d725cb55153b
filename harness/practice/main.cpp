#include <cstdio>
#include <exception>
#include <fstream>
#include <optional>
#include <string>

#include "catalogue/exercise.hpp"
#include "check/check.hpp"
#include "report/story.hpp"
#include "report/style.hpp"
#include "report/words.hpp"
#include "sandbox/subject.hpp"
#include "specs/specs.hpp"
#include "worker/answer.hpp"

/// The in-process program: the same checks, with the student's function called in this very
/// process, for a debugger or a sanitizer. It has no scorer and can write no mark.
namespace {

using namespace gradus;

constexpr const char* kUsage =
    "usage: practice EXERCISE SEED [IDEA [CASE]]\n"
    "  IDEA  only this check\n"
    "  CASE  file of the one input to try\n";

/// Calls the student's function directly.
class Direct : public sandbox::Subject {
 public:
  protocol::Reply call(const protocol::Request& request, const sandbox::ReplyBounds&) override {
    protocol::Reply reply = worker::answer(request);
    if (reply.status == protocol::Status::kNotStarted) {
      throw sandbox::SubjectFailure(Verdict::kNotStarted, "the stub is still there");
    }
    if (reply.status == protocol::Status::kOutOfMemory) {
      throw sandbox::SubjectFailure(Verdict::kOutOfMemory, "it asked for too much memory");
    }
    return reply;
  }
};

/// What to run of an exercise's checks.
struct Choice {
  std::string idea;  ///< empty: all
  std::optional<check::FailedCase> only;
};

int practise(const Exercise& exercise, std::uint64_t seed, const Choice& choice) {
  const report::Style style = report::Style::of(1);
  int tried = 0;
  Direct subject;
  int failed = 0;
  for (const check::Check& c : specs::spec_of(exercise.slug).checks) {
    if (!choice.idea.empty() && c.idea != choice.idea) continue;
    const std::string slug = std::string(exercise.slug) + "." + std::string(c.idea);
    ++tried;
    // Before the check runs, so that a crash shows where it happened.
    std::printf("  %s  %s\n", slug.c_str(), std::string(c.claim).c_str());
    std::fflush(stdout);
    const check::Result result =
        check::run(c, exercise.slug, subject, seed, choice.only ? &*choice.only : nullptr);
    if (choice.only && result.cases == 0) {
      throw std::runtime_error("this input belongs to another version of the check; run the check");
    }
    const bool passed = result.verdict == Verdict::kPassed;
    std::printf("    %s %s\n", report::mark(result.verdict, style).c_str(),
                std::string(report::words(result.verdict)).c_str());
    if (!passed) std::fputs(report::fields(result.story, style).c_str(), stdout);
    std::fflush(stdout);
    if (result.verdict == Verdict::kNotStarted) {
      std::puts("      not started: the stub is still there");
      return 1;
    }
    failed += passed ? 0 : 1;
  }
  if (tried == 0) throw std::runtime_error("there is no check '" + choice.idea + "'");
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const Exercise* exercise = 3 <= argc && argc <= 5 ? find_exercise(argv[1]) : nullptr;
  if (exercise == nullptr) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  try {
    Choice choice;
    if (argc > 3) choice.idea = argv[3];
    if (argc > 4) {
      std::ifstream file(argv[4]);
      choice.only = check::read_failed_case(file);
    }
    return practise(*exercise, std::stoull(argv[2]), choice);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "practice: %s\n", e.what());
    return 3;
  }
}
