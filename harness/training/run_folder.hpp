#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace gradus::training {

/// Makes the next folder of a numbered series, 1, 2, 3, ...: one more than the highest there is.
/// Two runs at once get different ones.
/// \param series made if it is not there
/// \throws std::runtime_error if it cannot be made
[[nodiscard]] std::filesystem::path make_next_folder(const std::filesystem::path& series);

/// The report.json that a word of the command line stands for: a number or "last" of the series, a
/// folder that holds one, or the file itself.
/// \return nothing if there is none
[[nodiscard]] std::optional<std::filesystem::path> find_report(const std::string& word,
                                                               const std::filesystem::path& series);

}  // namespace gradus::training
