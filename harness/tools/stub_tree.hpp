#pragma once

#include <filesystem>
#include <ostream>

namespace gradus::tools {

/// Makes the stub of every solution file and writes it to the same place under `labs`.
///
/// Nothing is written unless every solution file is in order, and a stub that is already right is
/// not touched. Files of `labs` that no solution file stands for (headers, given code) are left
/// alone.
/// @param log  gets one line for each file written, and a last one with the count
/// @throws StubError for a solution file that is not in order, or a folder without any
/// @throws std::runtime_error if a file cannot be read or written
void write_stubs(const std::filesystem::path& solutions, const std::filesystem::path& labs,
                 std::ostream& log);

/// Compares every stub under `labs` with what its solution file gives; writes nothing.
///
/// @param out  gets the first difference of each stub that is not as generated
/// @return how many stubs differ or are missing
/// @throws as write_stubs
int check_stubs(const std::filesystem::path& solutions, const std::filesystem::path& labs,
                std::ostream& out);

}  // namespace gradus::tools
