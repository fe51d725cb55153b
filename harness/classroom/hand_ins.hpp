#pragma once

#include <filesystem>
#include <span>
#include <stdexcept>
#include <vector>

#include "catalogue/exercise.hpp"
#include "gradebook/gradebook.hpp"
#include "roster/roster.hpp"

namespace gradus::classroom {

/// The folder and the roster do not fit: a matter for the instructor.
class HandInError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads what a class handed in: a folder that holds one folder for each student, named by the
/// student's id, as `gradus intake` makes it (below students/) or as it comes.
///
/// \param roster who the students are, also those who handed in nothing; null: as intake knew them,
///               or else whoever has a folder
/// \param given our own labs folder
/// \throws HandInError if the folder is none, holds nobody, or holds a folder that is nobody's
[[nodiscard]] std::vector<gradebook::HandIn> read_hand_ins(const std::filesystem::path& folder,
                                                           const roster::Roster* roster,
                                                           std::span<const Lab* const> labs,
                                                           const std::filesystem::path& given);

}  // namespace gradus::classroom
