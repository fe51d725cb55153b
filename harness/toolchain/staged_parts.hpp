#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sandbox/confinement.hpp"
#include "toolchain/recipe.hpp"

namespace gradus::toolchain {

/// Copies of the few files of ours that a compiler needs for students' files, in a folder where a
/// confined compiler may read them: of the clone it must see nothing else, and it may not even lie
/// where another user can read.
class StagedParts {
 public:
  /// \param folder to copy to, which exists
  StagedParts(std::filesystem::path folder, const sandbox::Confinement& confinement);

  /// Copies the headers of a labs folder.
  /// \return the folder that stands for it
  std::filesystem::path headers(const std::filesystem::path& labs);

  /// Copies the prelude of a lab and its compiled form, the first time that they are asked for.
  /// \return the folder of both
  std::filesystem::path prelude(const std::string& lab, const Recipe& recipe);

  /// Copies a file, the first time that it is asked for.
  const std::filesystem::path& part(const std::filesystem::path& file);

 private:
  void copy(const std::filesystem::path& from, const std::filesystem::path& to) const;

  std::filesystem::path folder_;
  const sandbox::Confinement& confinement_;
  std::map<std::filesystem::path, std::filesystem::path> parts_;
};

}  // namespace gradus::toolchain
