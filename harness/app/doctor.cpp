#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "mnist/cache.hpp"
#include "mnist/source.hpp"
#include "sandbox/self_test.hpp"
#include "sandbox/workspace.hpp"
#include "toolchain/processor.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// Grading one submission takes a tenth of it.
constexpr std::uintmax_t kRoom = std::uintmax_t{256} << 20;

void say(bool good, const std::string& what, const std::string& details) {
  std::printf("%s %-12s %s\n", good ? "ok  " : "!!  ", what.c_str(), details.c_str());
}

bool look_at_isolation(const toolchain::Recipe& parts) {
  const sandbox::Choice choice = sandbox::strongest(parts.probe);
  const bool good = choice.level != sandbox::Isolation::kNone;
  std::string text = std::string(name(choice.level));
  switch (choice.level) {
    case sandbox::Isolation::kNamespaces:
      text += ": bubblewrap and a list of allowed system calls; every attempt to get out failed";
      break;
    case sandbox::Isolation::kLandlock:
      text += ": Landlock and a list of allowed system calls; every attempt to get out failed";
      break;
    case sandbox::Isolation::kNone:
      text += ": grading refuses to start";
      break;
  }
  say(good, "isolation", text);
  for (const auto& missed : choice.missed) {
    std::printf("    not %s: %s\n", std::string(name(missed.level)).c_str(), missed.reason.c_str());
  }
  return good;
}

bool look_at_compiler(const toolchain::Recipe& parts) {
  const bool good = fs::exists(parts.compiler);
  say(good, "compiler",
      parts.compiler.string() + ", " + parts.compiler_version +
          (good ? "" : ": it is gone; ./gradus grade builds anew with another"));
  return good;
}

bool look_at_processor(const toolchain::Recipe& parts) {
  std::string lacking;
  for (const std::string& name : toolchain::missing_extensions()) lacking += " " + name;
  say(lacking.empty(), "processor",
      lacking.empty() ? "has all that the kernels were built for (" + parts.arch + ")"
                      : "lacks what the kernels were built for (" + parts.arch + "):" + lacking);
  return lacking.empty();
}

bool look_at_room() {
  const sandbox::Workspace workspace;
  const fs::path folder = workspace.path().parent_path();
  const auto room = fs::space(folder).available;
  const bool good = room >= kRoom;
  say(good, "disk",
      folder.string() + " has " + std::to_string(room >> 20U) + " MB left" +
          (good ? "" : ": make room, or set TMPDIR to a folder that has some"));
  return good;
}

/// Without MNIST its sample serves, so nothing here keeps one from grading.
void look_at_mnist() {
  const mnist::Source& wanted = mnist::source(mnist::Kind::mnist);
  const fs::path folder = mnist::default_cache() / wanted.folder;
  const bool there =
      std::all_of(wanted.files.begin(), wanted.files.end(),
                  [&](const mnist::SourceFile& file) { return fs::exists(folder / file.name); });
  say(there, wanted.name,
      there ? "in " + folder.string()
            : "only its sample is here; ./gradus mnist fetches the whole");
}

}  // namespace

int doctor() {
  const toolchain::Recipe parts = recipe();
  bool good = look_at_isolation(parts);
  good = look_at_compiler(parts) && good;
  good = look_at_processor(parts) && good;
  good = look_at_room() && good;
  look_at_mnist();
  return good ? kFullMarks : kOurFault;
}

}  // namespace gradus::app
