#include "app/saved_files.hpp"

#include <sys/stat.h>
#include <utility>

namespace gradus::app {

SavedFiles::SavedFiles(std::filesystem::path folder, std::vector<std::string> files)
    : folder_(std::move(folder)) {
  for (std::string& file : files) {
    const Look look = look_at(file);
    seen_.emplace(std::move(file), look);
  }
}

std::vector<std::string> SavedFiles::since_last_time() {
  std::vector<std::string> saved;
  for (auto& [file, before] : seen_) {
    const Look now = look_at(file);
    if (now == before) continue;
    before = now;
    saved.push_back(file);
  }
  return saved;
}

SavedFiles::Look SavedFiles::look_at(const std::string& file) const {
  struct stat found {};
  if (::stat((folder_ / file).c_str(), &found) != 0) return {};
  return {found.st_ino, static_cast<std::uintmax_t>(found.st_size), found.st_mtim.tv_sec,
          found.st_mtim.tv_nsec};
}

}  // namespace gradus::app
