#pragma once

#include <map>
#include <string>

#include "score/results.hpp"

namespace gradus::app {

/// What the last check of one exercise found.
struct Standing {
  std::string verdict;  ///< name(Verdict)
  Points points = 0;
  std::string file_hash;  ///< SHA-256 of the student's file at that time
};

/// The student's standing in every exercise that was ever checked here, by slug. One small file,
/// .gradus/state.json; deleting it loses nothing that a check cannot find out again.
using State = std::map<std::string, Standing, std::less<>>;

/// \return an empty state if there is no file, or none that can be read
[[nodiscard]] State load_state();

/// Notes what a check has found.
void save_state(const Results& results);

/// SHA-256 of an exercise's file in labs/ as it is now; empty if it is missing.
[[nodiscard]] std::string hash_of_file(const std::string& file);

}  // namespace gradus::app
