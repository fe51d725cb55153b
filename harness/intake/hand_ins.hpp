#pragma once

#include <filesystem>

#include "intake/intake.hpp"

namespace gradus::intake {

/// Checks, before anything is read, that a folder can become HANDINS: it is not there, is empty, or
/// was made by an intake and holds nothing else.
/// \param sources none may lie in the folder, nor the folder in one of them
/// \throws IntakeError
void require_replaceable(const std::filesystem::path& folder,
                         const std::vector<std::filesystem::path>& sources);

/// Writes students/ID/tp1/softmax.cpp, intake.json and intake.txt. All is written beside the folder
/// first and then put in its place, so that no half of it is ever seen.
/// \throws std::runtime_error naming the file and the reason
void write_hand_ins(const Intake& intake, const std::filesystem::path& folder);

}  // namespace gradus::intake
