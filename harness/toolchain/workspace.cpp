#include "toolchain/workspace.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace gradus::toolchain {

Workspace::Workspace() {
  const char* chosen = std::getenv("TMPDIR");
  const std::filesystem::path parent = chosen == nullptr ? "/tmp" : chosen;
  // Programs are started in other folders, so that a relative path would lead them elsewhere.
  std::string name = (std::filesystem::absolute(parent) / "gradus-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "cannot make the folder " + name);
  }
  path_ = name;
}

Workspace::~Workspace() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace gradus::toolchain
