#include "diagnosis/diagnose.hpp"

#include <algorithm>
#include <cmath>

namespace gradus::diagnosis {
namespace {

/// Of the results nothing is left: what the call took comes back after them, so the first array is
/// looked at.
bool is_mute(const Outcome& outcome) {
  if (outcome.failure == Verdict::kCrashed) return true;
  if (!outcome.is_value() || outcome.reply->arrays.empty()) return false;
  const std::vector<double>& values = outcome.reply->arrays[0].values;
  return std::all_of(values.begin(), values.end(), [](double x) { return std::isnan(x); });
}

}  // namespace

std::vector<std::size_t> informative(const std::vector<Question>& questions,
                                     const std::vector<Outcome>& student,
                                     const std::vector<Outcome>& right) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < student.size() && i < right.size(); ++i) {
    if (!agree(student[i], right[i], questions[i])) found.push_back(i);
  }
  return found;
}

bool telling(const std::vector<Question>& questions, const std::vector<Outcome>& student,
             const std::vector<Outcome>& right) {
  return informative(questions, student, right).size() >= kMinInformative &&
         !std::all_of(student.begin(), student.end(), is_mute);
}

bool reproduces(Transcript& suspect, const std::vector<Question>& questions,
                const std::vector<Outcome>& student) {
  for (std::size_t i = 0; i < student.size(); ++i) {
    const Outcome* outcome = suspect.ask(questions, i);
    if (outcome == nullptr || !agree(*outcome, student[i], questions[i])) return false;
  }
  return true;
}

const mistakes::Mistake* find_mistake(
    std::span<const mistakes::Mistake> known,
    const std::function<Transcript(const mistakes::Mistake&)>& play,
    const std::vector<Question>& questions, const std::vector<Outcome>& student,
    const std::vector<Outcome>& right) {
  if (!telling(questions, student, right)) return nullptr;
  const mistakes::Mistake* found = nullptr;
  for (const mistakes::Mistake& mistake : known) {
    Transcript suspect = play(mistake);
    if (!reproduces(suspect, questions, student)) continue;
    if (found != nullptr && found->family() != mistake.family()) return nullptr;
    // Of twins, the one that the others name.
    if (found == nullptr || mistake.twin.empty()) found = &mistake;
  }
  return found;
}

}  // namespace gradus::diagnosis
