#pragma once

#include <filesystem>

#include "judge/memory.hpp"

namespace gradus::app {

/// Remembers results in a folder that several judges share, one file for each text that was judged.
/// The folder belongs to one run: everything in it was judged under the same conditions.
class FileMemory : public judge::Memory {
 public:
  explicit FileMemory(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::optional<ExerciseResult> recall(const Exercise& exercise,
                                                     const std::string& text) const override;
  void keep(const Exercise& exercise, const std::string& text,
            const ExerciseResult& result) override;

 private:
  [[nodiscard]] std::filesystem::path file_of(const Exercise& exercise,
                                              const std::string& text) const;

  std::filesystem::path folder_;
};

}  // namespace gradus::app
