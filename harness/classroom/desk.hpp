#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gradebook/gradebook.hpp"

namespace gradus::classroom {

/// Where a run's submissions lie while they are judged, and where their reports appear.
///
/// Files alone pass between the one who leads a run and those who judge, so that these may work on
/// other machines and anybody may be killed at any time: each appears whole or not at all.
class Desk {
 public:
  explicit Desk(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Lays out what is to be judged. What lies there already stays.
  void lay_out(const gradebook::Gradebook& book, const std::vector<std::string>& submissions) const;

  /// The command that judges one submission: the same on every machine.
  [[nodiscard]] std::vector<std::string> command(const std::filesystem::path& program,
                                                 const gradebook::Terms& terms,
                                                 const std::string& submission) const;

  /// What the judge of a submission has left. A report that cannot be read, or is about other
  /// files, or says that the grader failed, is none.
  /// \return a failure without a reason if there is no report at all
  [[nodiscard]] gradebook::Outcome collect(const std::string& submission) const;

  /// Takes the report of a submission off the desk.
  void clear(const std::string& submission) const;

 private:
  [[nodiscard]] std::filesystem::path seed() const { return folder_ / "seed"; }
  [[nodiscard]] std::filesystem::path submission(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path report(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path timings(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path memory() const;

  std::filesystem::path folder_;
};

}  // namespace gradus::classroom
