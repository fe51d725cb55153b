#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <sys/utsname.h>

#include "app/archive.hpp"
#include "app/project.hpp"
#include "app/teaching/commands.hpp"
#include "app/teaching/project_files.hpp"
#include "mnist/sha256.hpp"
#include "release/contents.hpp"
#include "release/leaks.hpp"
#include "release/students_part.hpp"
#include "report/escape.hpp"
#include "sandbox/process.hpp"
#include "sandbox/workspace.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

/// Below harness/: cmake/exercises.cmake looks for this folder.
const std::string kPrebuilt = "harness/prebuilt/";

std::string object_of(const std::string& what) { return kPrebuilt + what + ".o"; }

void add_folder(PackedFiles& handout, const std::string& name, const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    handout[name + entry.path().lexically_relative(folder).string()] = pack_file(entry.path());
  }
}

/// An object without what only a debugger reads: names of local symbols, lines, folders.
PackedFile stripped(const fs::path& object, const fs::path& workspace) {
  const fs::path bare = workspace / "bare.o";
  const auto outcome =
      sandbox::run({.argv = {"strip", "--strip-unneeded", "--remove-section=.comment", "-o",
                             bare.string(), object.string()}},
                   {}, std::chrono::seconds(60));
  if (!outcome.success()) {
    throw std::runtime_error("cannot strip " + object.string() + ": " +
                             (outcome.errors.empty() ? outcome.end.describe() : outcome.errors));
  }
  PackedFile file = pack_file(bare);
  file.executable = false;
  return file;
}

void add_objects(PackedFiles& handout, const toolchain::Recipe& parts) {
  const sandbox::Workspace workspace;
  for (const auto& [slug, object] : parts.references) {
    handout[object_of("reference." + slug)] = stripped(object, workspace.path());
  }
  for (const auto& [program, object] : parts.bank_objects) {
    handout[object_of(program)] = stripped(object, workspace.path());
  }
  handout[kPrebuilt + "table.cpp"] = pack_file(parts.bank_table);
}

std::string processor() {
  utsname machine{};
  ::uname(&machine);
  return machine.machine;
}

PackedFiles handout_of(const PackedFiles& project, const toolchain::Recipe& parts) {
  PackedFiles handout;
  for (const auto& [name, file] : project) {
    if (release::is_for_students(name)) handout[name] = file;
  }
  handout["README.md"] = project.at("harness/release/README.md");
  // Machine code is not to be forgotten, whatever a user has git ignore.
  handout[".gitignore"].text += "!/" + kPrebuilt + "*.o\n";
  add_folder(handout, "labs/", parts.stubs);
  add_folder(handout, kPrebuilt + "stubs/", parts.stubs);
  add_folder(handout, "docs/html/", parts.notes);
  add_objects(handout, parts);
  handout[kPrebuilt + "processor"].text = processor() + "\n";
  handout[kPrebuilt + "made_from"].text = "Gradus " GRADUS_VERSION ", " + project_revision() + "\n";
  return handout;
}

/// \throws std::runtime_error that lists what students would get to see
void look_for_leaks(const PackedFiles& handout, const PackedFiles& project,
                    const ReleaseOptions& options) {
  release::LeakSearch search;
  for (const auto& [name, file] : handout) {
    if (name.starts_with("labs/")) search.add_public(file.text);
  }
  for (const auto& [name, file] : project) {
    if (name.starts_with("solutions/") && name.ends_with(".cpp")) {
      search.add_code(name, release::students_part(file.text));
    }
  }
  // The notes show on purpose what every node looks like, and C++ prescribes what a generator of
  // random bits does: versions of the bank may share that, solutions must not.
  for (const auto& [name, file] : project) {
    if (name.starts_with("docs/examples/") || name == "harness/protocol/random.hpp") {
      search.add_public(file.text);
    }
  }
  for (const auto& [name, file] : project) {
    if (name.starts_with("harness/mistakes/tp")) search.add_code(name, file.text);
  }
  for (const fs::path& seed : options.seed_files) {
    search.add_words(seed.string(), std::to_string(seed_in(seed)));
  }
  std::string found;
  for (const auto& [name, file] : handout) {
    for (const release::Leak& leak : search.find_in(name, file.text)) {
      found += "\n  " + name + " shows " + leak.secret + ": " + report::visible(leak.text);
    }
  }
  if (found.empty()) return;
  throw std::runtime_error("Nothing was written, since students would see what they must not:" +
                           found);
}

}  // namespace

int release(const ReleaseOptions& options) {
  const toolchain::Recipe parts = recipe();
  if (parts.sanitized || parts.bank_objects.empty()) {
    throw UsageError("A handout is made by ./gradus release, not from a build under sanitizers.");
  }
  if (!fs::exists(parts.notes / "index.html")) {
    throw std::runtime_error("the notes are not built here. ./gradus release builds them first");
  }
  const fs::path folder = options.out / "gradus";
  const fs::path archive = options.out / "gradus.tar.gz";
  if (fs::exists(archive)) {
    throw UsageError(archive.string() + " is there already: nothing is overwritten.");
  }
  const PackedFiles project = project_files();
  const PackedFiles handout = handout_of(project, parts);
  look_for_leaks(handout, project, options);
  write_folder(folder, handout);
  PackedFiles packed;
  for (const auto& [name, file] : handout) packed["gradus/" + name] = file;
  write_tar_gz(archive, packed);

  const auto shown = [](const fs::path& path) { return report::visible(path.string()); };
  std::printf("Wrote %s (%zu files, no solution in them) and the same as %s\n  sha256 %s\n",
              shown(folder).c_str(), handout.size(), shown(archive).c_str(),
              mnist::sha256(pack_file(archive).text).c_str());
  std::printf(
      "It runs on %s. Students check their machine with ./gradus test in it.\n"
      "What it holds, and what to do with it: docs/teaching/release.md\n",
      processor().c_str());
  return kFullMarks;
}

}  // namespace gradus::app
