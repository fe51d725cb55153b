#include "diagnosis/investigate.hpp"

#include <algorithm>
#include <vector>

#include "diagnosis/diagnose.hpp"
#include "diagnosis/distinguish.hpp"
#include "diagnosis/transcript.hpp"
#include "mistakes/bank.hpp"

namespace gradus::diagnosis {
namespace {

using Outcomes = std::vector<Outcome>;

bool agree_all(const Outcomes& a, const Outcomes& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Outcome& x, const Outcome& y) { return agree(x, y); });
}

Finding known_mistake(const check::Spec& spec, const Actors& actors,
                      const std::vector<Question>& questions, const Outcomes& student,
                      const Outcomes& right) {
  const auto play = [&actors](const mistakes::Mistake& m) {
    return Transcript([&actors, &m] { return actors.known(m.name); });
  };
  const mistakes::Mistake* found =
      find_mistake(mistakes::mistakes_of(spec.exercise), play, questions, student, right);
  if (found == nullptr) return {};
  return {std::string(spec.exercise) + "." + std::string(found->name), std::string(found->says),
          std::string(found->notes)};
}

/// Each of some wrong answers becomes right if its question is the first that is asked.
bool right_when_asked_first(const Actors& actors, const std::vector<Question>& questions,
                            const Outcomes& student, const Outcomes& right) {
  std::vector<std::size_t> wrong = informative(student, right);
  if (wrong.size() < kMinInformative) return false;
  wrong.resize(kMinInformative);
  return std::all_of(wrong.begin(), wrong.end(), [&](std::size_t i) {
    Transcript alone([&actors] { return actors.student("nan"); });
    return agree(*alone.ask({questions[i]}, 0), right[i]);
  });
}

/// Answers that depend on something else than the questions and their order.
std::string unsteadiness(const Actors& actors, const std::vector<Question>& questions,
                         const Outcomes& student) {
  // What timed out once need not do so again.
  const bool in_time = std::none_of(student.begin(), student.end(), [](const Outcome& o) {
    return o.failure == Verdict::kTimedOut || o.failure == Verdict::kUnfinished;
  });
  if (!in_time) return {};
  const auto again = [&](std::string_view fill) {
    return Transcript([&actors, fill] { return actors.student(fill); }).ask_all(questions);
  };
  if (!agree_all(again("nan"), student)) {
    return "The same questions in the same order got other answers in a second run. Your code "
           "depends on chance, on time or on addresses in memory: take random numbers only from a "
           "generator that is passed in, and give every variable a first value.";
  }
  if (!agree_all(again("zero"), student)) {
    return "Your answers change with what unused memory happens to hold: your code reads a number "
           "that it never wrote. Give every variable a first value; nn::Matrix(rows, cols) is "
           "unwritten too, nn::Matrix::zeros(rows, cols) is not.";
  }
  return {};
}

/// Answers that depend on the questions before.
std::string memory_of_calls(const Actors& actors, const std::vector<Question>& questions,
                            const Outcomes& student, const Outcomes& right) {
  if (!right_when_asked_first(actors, questions, student, right)) return {};
  return "These answers are right when their question comes first, and wrong after others: "
         "something is kept from call to call. Look for static and global variables.";
}

}  // namespace

Finding investigate(const check::Spec& spec, const Actors& actors, std::uint64_t seed) {
  const auto questions = questions_of(spec, *actors.right(), seed);
  const Outcomes right = Transcript(actors.right).ask_all(questions);
  const Outcomes student =
      Transcript([&actors] { return actors.student("nan"); }).ask_all(questions);
  Finding found;
  found.says = unsteadiness(actors, questions, student);
  if (found.says.empty()) found = known_mistake(spec, actors, questions, student, right);
  if (found.says.empty()) found.says = memory_of_calls(actors, questions, student, right);
  if (found.says.empty()) found.says = distinguish(questions, student, right);
  return found;
}

}  // namespace gradus::diagnosis
