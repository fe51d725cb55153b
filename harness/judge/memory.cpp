#include "judge/memory.hpp"

#include <algorithm>

namespace gradus::judge {

bool is_lasting(const ExerciseResult& result) {
  const auto lasting = [](Verdict verdict) {
    return verdict == Verdict::kPassed || verdict == Verdict::kWrong ||
           verdict == Verdict::kNotStarted || verdict == Verdict::kCrashed;
  };
  return lasting(result.verdict) &&
         std::all_of(result.checks.begin(), result.checks.end(),
                     [&](const CheckResult& c) { return lasting(c.verdict); });
}

}  // namespace gradus::judge
