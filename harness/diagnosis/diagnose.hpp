#pragma once

#include <functional>
#include <span>
#include <vector>

#include "diagnosis/transcript.hpp"
#include "mistakes/bank.hpp"

/// Names a student's mistake: the known one that answers every question as the student's code does.
namespace gradus::diagnosis {

/// How many wrong answers must agree before anything is said.
inline constexpr int kMinInformative = 5;

/// The questions to which the student's code and the right one answer differently.
[[nodiscard]] std::vector<std::size_t> informative(const std::vector<Question>& questions,
                                                   const std::vector<Outcome>& student,
                                                   const std::vector<Outcome>& right);

/// Whether answers can point at one mistake: kMinInformative of them are wrong, and not all of them
/// are nothing but NaN or a crash, which every second mistake can cause.
[[nodiscard]] bool telling(const std::vector<Question>& questions,
                           const std::vector<Outcome>& student, const std::vector<Outcome>& right);

/// Whether a suspect answers every question as the student's code did, and fails as it did.
[[nodiscard]] bool reproduces(Transcript& suspect, const std::vector<Question>& questions,
                              const std::vector<Outcome>& student);

/// The one mistake that reproduces all answers of the student's code, if they are telling. A wrong
/// diagnosis is worse than none: if two mistakes fit that are not twins, the answer is neither.
/// \param play makes what answers as a known mistake does \return nullptr if there is no such
/// mistake
[[nodiscard]] const mistakes::Mistake* find_mistake(
    std::span<const mistakes::Mistake> known,
    const std::function<Transcript(const mistakes::Mistake&)>& play,
    const std::vector<Question>& questions, const std::vector<Outcome>& student,
    const std::vector<Outcome>& right);

}  // namespace gradus::diagnosis
