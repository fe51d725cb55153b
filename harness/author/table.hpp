#pragma once

#include <string>
#include <vector>

#include "author/alarms.hpp"
#include "author/prover.hpp"

/// How `gradus author` shows what it found.
namespace gradus::author {

/// One exercise under one way to compile.
struct Row {
  std::string build;  ///< empty: as for marks, mistakes included
  Report report;
};

[[nodiscard]] std::string to_json(const std::vector<Row>& rows);
/// \throws std::exception if the text is not what to_json() writes
[[nodiscard]] std::vector<Row> rows_from_json(const std::string& text);

[[nodiscard]] std::string to_json(const Alarms& alarms);
[[nodiscard]] Alarms alarms_from_json(const std::string& text);
/// A line for each exercise, the total, then each alarm.
[[nodiscard]] std::string table(const std::vector<Alarms>& counts);

/// A table of exercises, a table of builds, then each version that is not as it must be, with the
/// reason.
[[nodiscard]] std::string table(const std::vector<Row>& rows);

/// Everything is as it must be.
[[nodiscard]] bool proven(const std::vector<Row>& rows);

}  // namespace gradus::author
