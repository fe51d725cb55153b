#include "toolchain/workspace.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace gradus::toolchain {

Workspace::Workspace() {
  std::string name = (std::filesystem::temp_directory_path() / "gradus-XXXXXX").string();
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
