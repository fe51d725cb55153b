#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gradebook/gradebook.hpp"

namespace gradus::classroom {

/// What is to be judged, and on which terms.
struct Orders {
  gradebook::Terms terms;  ///< without the seed, which lies in a file of its own
  std::vector<std::string> submissions;
};

/// Where a run's submissions lie while they are judged, and where their reports appear.
///
/// Files alone pass between the one who leads a run and those who judge, so that these may work on
/// other machines and anybody may be killed at any time: each appears whole or not at all.
class Desk {
 public:
  explicit Desk(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// Lays out what is to be judged, and the orders. What lies there already stays.
  void lay_out(const gradebook::Gradebook& book, const std::vector<std::string>& submissions) const;

  /// The command that judges one submission: the same on every machine.
  [[nodiscard]] std::vector<std::string> command(const std::filesystem::path& program,
                                                 const gradebook::Terms& terms,
                                                 const std::string& submission) const;

  /// Narrows the orders down to these submissions.
  void order(const std::vector<std::string>& submissions) const;
  /// \throws std::runtime_error if there are none
  [[nodiscard]] Orders orders() const;

  [[nodiscard]] bool has_report(const std::string& submission) const;
  /// Notes why there is no report.
  void note_failure(const std::string& submission, const std::string& why) const;

  /// What the judge of a submission has left. A report that cannot be read, or is about other
  /// files, or says that the grader failed, is none.
  /// \return a failure without a reason if there is neither a report nor a note
  [[nodiscard]] gradebook::Outcome collect(const std::string& submission) const;

  /// Takes what was left of a submission off the desk, the files to be judged apart.
  void forget(const std::string& submission) const;
  /// Takes all of a submission off the desk.
  void clear(const std::string& submission) const;

 private:
  void write_orders(const Orders& orders) const;
  [[nodiscard]] std::filesystem::path seed() const { return folder_ / "seed"; }
  [[nodiscard]] std::filesystem::path submission(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path report(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path timings(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path failure(const std::string& hash) const;
  [[nodiscard]] std::filesystem::path memory() const { return folder_ / "memory"; }
  [[nodiscard]] std::filesystem::path orders_file() const { return folder_ / "orders.json"; }

  std::filesystem::path folder_;
};

}  // namespace gradus::classroom
