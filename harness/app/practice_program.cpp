#include "app/practice_program.hpp"

#include "app/isolation.hpp"
#include "app/project.hpp"
#include "toolchain/builder.hpp"

namespace gradus::app {
namespace {

namespace fs = std::filesystem;

toolchain::Recipe recipe_for(PracticeBuild how) {
  toolchain::Recipe parts = recipe();
  const auto add = [](std::vector<std::string>& flags, const char* flag) {
    flags.emplace_back(flag);
  };
  if (how != PracticeBuild::kAsGraded) {
    parts.precompiled.clear();  // with other flags
    add(parts.compile_flags, "-O0");
    add(parts.compile_flags, "-g");
  }
  if (how == PracticeBuild::kSanitized) {
    for (const char* flag : {"-fsanitize=address,undefined", "-fno-omit-frame-pointer"}) {
      add(parts.compile_flags, flag);
    }
    add(parts.link_flags, "-fsanitize=address,undefined");
  }
  return parts;
}

}  // namespace

std::vector<PracticeProgram> build_practice(const std::vector<const Exercise*>& exercises,
                                            PracticeBuild how) {
  const toolchain::Recipe parts = recipe_for(how);
  std::vector<const Lab*> labs;
  for (const Exercise* e : exercises) labs.push_back(find_lab(e->lab()));
  const auto submission = toolchain::Submission::read(labs_folder(), labs, parts.labs);
  // Students' own code on their own machine: any isolation will do.
  const sandbox::Confinement walls = confinement(parts, "none");
  const toolchain::ObjectStore objects = object_store();
  toolchain::Builder builder(parts, submission, walls, {.objects = &objects});
  builder.compile(exercises);
  const fs::path folder = state_folder() / "practice";
  fs::create_directories(folder);
  std::vector<PracticeProgram> programs;
  for (const Exercise* e : exercises) {
    const toolchain::Built built = builder.link_practice(*e);
    if (!built.ok()) {
      programs.push_back({{}, built.errors});
      continue;
    }
    const fs::path program = folder / e->slug;
    // One that still runs, in a debugger, can be replaced but not written to.
    fs::remove(program);
    fs::copy_file(built.file, program);
    programs.push_back({program, {}});
  }
  return programs;
}

}  // namespace gradus::app
