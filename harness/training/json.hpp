#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "training/report.hpp"

namespace gradus::training {

/// report.json, as docs/lookup/training.md describes it. What is not known is null; a number that
/// is not finite is one of the texts "NaN", "Infinity" and "-Infinity", as JSON has no other way.
[[nodiscard]] std::string json(const Report& report);

/// A report.json cannot be used. The message says what was expected and what is there.
class EarlierRunError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads what can be compared from the text of a report.json, which may be somebody else's.
/// Texts are cut to a length that a table can show.
/// \throws EarlierRunError if it is not one
[[nodiscard]] EarlierRun parse_earlier_run(const std::string& text);

/// As above, from a file. The message names it too.
[[nodiscard]] EarlierRun load_earlier_run(const std::filesystem::path& file);

}  // namespace gradus::training
