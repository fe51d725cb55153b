#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "classroom/desk.hpp"

namespace gradus::classroom {

/// Has one submission judged by a process of its own, unless its report is there already. What the
/// process says when it leaves no report is noted on the desk.
/// \param program the grader
void judge(const Desk& desk, const std::filesystem::path& program, const Orders& orders,
           const std::string& submission);

/// One of several machines' part of a run: every `of`-th submission, from the `share`-th on, one
/// after the other.
/// \throws std::runtime_error if the orders are for another build than this machine's
void judge_share(const Desk& desk, const std::filesystem::path& program, const std::string& build,
                 std::size_t share, std::size_t of);

}  // namespace gradus::classroom
