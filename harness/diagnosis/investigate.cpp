#include "diagnosis/investigate.hpp"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <utility>
#include <vector>

#include "diagnosis/diagnose.hpp"
#include "diagnosis/distinguish.hpp"
#include "diagnosis/transcript.hpp"
#include "mistakes/bank.hpp"

namespace gradus::diagnosis {
namespace {

using Outcomes = std::vector<Outcome>;

bool agree_all(const std::vector<Question>& questions, const Outcomes& a, const Outcomes& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!agree(a[i], b[i], questions[i])) return false;
  }
  return true;
}

/// Nothing ran out of time: what did so once need not do so again, so it proves nothing.
bool in_time(const Outcomes& outcomes) {
  return std::none_of(outcomes.begin(), outcomes.end(), [](const Outcome& o) {
    return o.failure == Verdict::kTimedOut || o.failure == Verdict::kUnfinished;
  });
}

/// Asks all questions beside what goes on here.
std::future<Outcomes> at_once(MakeSubject make, const std::vector<Question>& questions) {
  return std::async(std::launch::async, [make = std::move(make), &questions] {
    return Transcript(make).ask_all(questions);
  });
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
  std::vector<std::size_t> wrong = informative(questions, student, right);
  if (wrong.size() < kMinInformative) return false;
  wrong.resize(kMinInformative);
  return std::all_of(wrong.begin(), wrong.end(), [&](std::size_t i) {
    Transcript alone([&actors] { return actors.student("nan"); });
    return agree(*alone.ask({questions[i]}, 0), right[i], questions[i]);
  });
}

/// Answers that depend on something else than the questions and their order.
/// \param zeroed where unwritten memory is zero
std::string unsteadiness(const Actors& actors, const std::vector<Question>& questions,
                         const Outcomes& student, const Outcomes& zeroed) {
  const auto differs = [&](const Outcomes& other) {
    return in_time(other) && !agree_all(questions, other, student);
  };
  if (!in_time(student) || (in_time(zeroed) && !differs(zeroed))) return {};
  if (differs(Transcript([&actors] { return actors.student("nan"); }).ask_all(questions))) {
    return "The same questions in the same order got other answers in a second run. Your code "
           "depends on chance, on time or on addresses in memory: take random numbers only from a "
           "generator that is passed in, and give every variable a first value.";
  }
  if (!differs(zeroed)) return {};
  return "Your answers change with what unused memory happens to hold: your code reads a number "
         "that it never wrote, or one that lies outside of its array. Give every variable a first "
         "value, and look at your indices.";
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
  const auto [questions, right] = interview(spec, *actors.right(), seed);
  if (!std::all_of(right.begin(), right.end(), [](const Outcome& o) { return o.is_value(); })) {
    throw std::runtime_error("the reference solution did not answer every question with a value");
  }
  auto zeroed = at_once([&actors] { return actors.student("zero"); }, questions);
  const Outcomes student =
      Transcript([&actors] { return actors.student("nan"); }).ask_all(questions);
  const Outcomes student_zeroed = zeroed.get();
  Finding found;
  if (!student.empty() && student.back().failure == Verdict::kUnfinished) return found;
  found.says = unsteadiness(actors, questions, student, student_zeroed);
  if (found.says.empty()) found = known_mistake(spec, actors, questions, student, right);
  if (found.says.empty()) found.says = memory_of_calls(actors, questions, student, right);
  if (found.says.empty()) found.says = distinguish(questions, student, right);
  return found;
}

}  // namespace gradus::diagnosis
