#include "app/teaching/run_folder.hpp"

#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>

#include "app/project.hpp"

namespace gradus::app {
namespace fs = std::filesystem;

fs::path gradebook_in(const fs::path& run) { return run / "gradebook.sqlite"; }

gradebook::Gradebook open_run(const fs::path& run) {
  if (!fs::exists(gradebook_in(run))) {
    throw UsageError(run.string() +
                     " holds no run of a class. Name the folder that gradus grade --out made.");
  }
  return gradebook::Gradebook::open(gradebook_in(run));
}

sandbox::Descriptor hold(const fs::path& run) {
  sandbox::Descriptor lock(::open((run / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  if (lock.get() < 0) throw std::runtime_error("cannot write into " + run.string());
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
    throw UsageError("Another gradus is at work in " + run.string() + " at this moment.");
  }
  return lock;
}

std::string content_of(const fs::path& file) {
  if (file.empty()) return {};
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!fs::is_regular_file(file) || !(text << in.rdbuf() || fs::is_empty(file))) {
    throw UsageError(file.string() + " cannot be read: is it a file?");
  }
  return text.str();
}

}  // namespace gradus::app
