#include "diagnosis/diagnose.hpp"

namespace gradus::diagnosis {

std::vector<std::size_t> informative(const std::vector<Outcome>& student,
                                     const std::vector<Outcome>& right) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < student.size() && i < right.size(); ++i) {
    if (!agree(student[i], right[i])) found.push_back(i);
  }
  return found;
}

bool reproduces(Transcript& suspect, const std::vector<Question>& questions,
                const std::vector<Outcome>& student) {
  for (std::size_t i = 0; i < student.size(); ++i) {
    const Outcome* outcome = suspect.ask(questions, i);
    if (outcome == nullptr || !agree(*outcome, student[i])) return false;
  }
  return true;
}

const mistakes::Mistake* find_mistake(
    std::span<const mistakes::Mistake> known,
    const std::function<Transcript(const mistakes::Mistake&)>& play,
    const std::vector<Question>& questions, const std::vector<Outcome>& student,
    const std::vector<Outcome>& right) {
  if (informative(student, right).size() < kMinInformative) return nullptr;
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
