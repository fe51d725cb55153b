#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "report/escape.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

std::string timestamp() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&time, &parts);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d-%H%M%S", &parts));
  return text;
}

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A name in the backup folder that no earlier backup has.
fs::path backup_of(const std::string& file) {
  const fs::path wanted = state_folder() / "backup" / (file + "." + timestamp());
  fs::path path = wanted;
  for (int n = 2; fs::exists(path); ++n) path = wanted.string() + "-" + std::to_string(n);
  return path;
}

}  // namespace

int reset(const std::string& slug) {
  const std::string file(exercise_named(slug).file);
  const fs::path own = labs_folder() / file;
  const fs::path stub = recipe().stubs / file;
  if (!fs::exists(stub)) throw std::runtime_error("the stub " + stub.string() + " is missing");
  if (fs::exists(own) && content(own) == content(stub)) {
    std::printf("labs/%s is the untouched stub already.\n", file.c_str());
    return kFullMarks;
  }
  fs::create_directories(own.parent_path());
  if (fs::exists(own)) {
    const fs::path backup = backup_of(file);
    fs::create_directories(backup.parent_path());
    fs::copy_file(own, backup);
    std::printf("Your file is kept. To have it back:\n  cp %s %s\n",
                report::shell_word(backup).c_str(), report::shell_word(own).c_str());
  }
  // By rename: whoever watches the file never sees half of it.
  const fs::path fresh = own.string() + ".new";
  fs::copy_file(stub, fresh, fs::copy_options::overwrite_existing);
  fs::rename(fresh, own);
  std::printf("labs/%s is the stub again.\n", file.c_str());
  return kFullMarks;
}

}  // namespace gradus::app
