#include "check/check.hpp"

#include "check/trial.hpp"

namespace gradus::check {

Result run(const Check& check, std::string_view exercise, sandbox::Subject& subject,
           std::uint64_t seed, const FailedCase* only) {
  const std::string slug = std::string(exercise) + "." + std::string(check.idea);
  Trial trial(subject, seed_for(seed, slug), only);
  Result result;
  try {
    check.body(trial);
    result.verdict = Verdict::kPassed;
  } catch (const Falsified& e) {
    result.verdict = Verdict::kWrong;
    result.story = e.story();
  } catch (const sandbox::SubjectFailure& e) {
    result.verdict = e.verdict();
    result.story = {
        .input = trial.last_input().describe(), .expected = "", .got = e.what(), .why = ""};
  } catch (const std::exception& e) {
    result.verdict = Verdict::kHarnessError;
    result.story.got = e.what();
  }
  result.cases = trial.cases();
  result.failed = trial.failed();
  return result;
}

}  // namespace gradus::check
