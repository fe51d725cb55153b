#pragma once

#include <functional>
#include <span>
#include <vector>

#include "diagnosis/transcript.hpp"
#include "mistakes/bank.hpp"

/// Names a student's mistake: the known one that answers every question as the student's code does.
namespace gradus::diagnosis {

/// A question whose answer says something: the student's is not the right one.
inline constexpr int kMinInformative = 5;

/// The questions to which the student's code and the right one answer differently.
[[nodiscard]] std::vector<std::size_t> informative(const std::vector<Outcome>& student,
                                                   const std::vector<Outcome>& right);

/// Whether a suspect answers every question as the student's code did, and fails as it did.
[[nodiscard]] bool reproduces(Transcript& suspect, const std::vector<Question>& questions,
                              const std::vector<Outcome>& student);

/// The one mistake that reproduces all answers of the student's code, at least kMinInformative of
/// which are wrong. A wrong diagnosis is worse than none: if two mistakes fit that are not twins,
/// the answer is neither. \param play makes what answers as a known mistake does \return nullptr if
/// there is no such mistake
[[nodiscard]] const mistakes::Mistake* find_mistake(
    std::span<const mistakes::Mistake> known,
    const std::function<Transcript(const mistakes::Mistake&)>& play,
    const std::vector<Question>& questions, const std::vector<Outcome>& student,
    const std::vector<Outcome>& right);

}  // namespace gradus::diagnosis
