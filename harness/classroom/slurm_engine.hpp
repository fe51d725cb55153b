#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "classroom/desk.hpp"
#include "classroom/engine.hpp"

namespace gradus::classroom {

/// Has submissions judged by Slurm: one job array, of which each task takes every n-th submission.
/// What a lost node has not judged, Slurm puts into its queue again; reports that are there already
/// are not made again.
class SlurmEngine : public Engine {
 public:
  /// \param desk a folder that every node sees by the same path
  /// \param program the grader, by a path that every node sees
  /// \param tasks how many to ask for; 0: as many as the cluster has processors
  /// \param options for sbatch: "--partition=teaching"
  SlurmEngine(const Desk& desk, std::filesystem::path program, unsigned tasks,
              std::vector<std::string> options)
      : desk_(desk), program_(std::move(program)), tasks_(tasks), options_(std::move(options)) {}
  /// Takes back what still waits or runs.
  ~SlurmEngine() override;
  SlurmEngine(const SlurmEngine&) = delete;
  SlurmEngine& operator=(const SlurmEngine&) = delete;

  void begin(const std::vector<std::string>& submissions) override;
  [[nodiscard]] bool is_working() override;

 private:
  const Desk& desk_;
  std::filesystem::path program_;
  unsigned tasks_;
  std::vector<std::string> options_;
  std::string job_;  ///< empty: none
  std::chrono::steady_clock::time_point asked_;
};

}  // namespace gradus::classroom
