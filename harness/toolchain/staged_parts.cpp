#include "toolchain/staged_parts.hpp"

#include <string>
#include <utility>

namespace gradus::toolchain {

namespace fs = std::filesystem;

StagedParts::StagedParts(fs::path folder, const sandbox::Confinement& confinement)
    : folder_(std::move(folder)), confinement_(confinement) {
  confinement_.admit(folder_);
}

fs::path StagedParts::headers(const fs::path& labs) {
  fs::path include = folder_ / "include";
  fs::create_directory(include);
  confinement_.admit(include);
  for (const auto& entry : fs::recursive_directory_iterator(labs)) {
    const fs::path to = include / fs::relative(entry.path(), labs);
    if (entry.is_directory()) {
      fs::create_directory(to);
      confinement_.admit(to);
    } else if (entry.path().extension() == ".hpp") {
      copy(entry.path(), to);
    }
  }
  return include;
}

fs::path StagedParts::prelude(const std::string& lab, const Recipe& recipe) {
  fs::path folder = folder_ / ("prelude-" + lab);
  if (fs::create_directory(folder)) {
    confinement_.admit(folder);
    copy(recipe.preludes.at(lab), folder / "prelude.hpp");
    copy(recipe.precompiled.at(lab), folder / "prelude.hpp.gch");
  }
  return folder;
}

const fs::path& StagedParts::part(const fs::path& file) {
  const auto [at, is_new] = parts_.try_emplace(file);
  if (is_new) {
    // Files of several folders may share a name.
    at->second = folder_ / (std::to_string(parts_.size()) + "-" + file.filename().string());
    copy(file, at->second);
  }
  return at->second;
}

void StagedParts::copy(const fs::path& from, const fs::path& to) const {
  fs::copy_file(from, to);
  confinement_.admit(to);
}

}  // namespace gradus::toolchain
