#include "author/corner.hpp"

#include <chrono>
#include <stdexcept>

#include "sandbox/process.hpp"

namespace gradus::author {
namespace {

using namespace std::chrono_literals;

constexpr auto kCompileTime = 300s;

#ifdef __x86_64__
constexpr const char* kFmaFlags[] = {"-mfma", "-ffp-contract=fast"};
#else
constexpr const char* kFmaFlags[] = {"-ffp-contract=fast"};
#endif

}  // namespace

std::string Corner::name() const {
  return compiler + " " + level + (arch.empty() ? "" : " -march=" + arch) + (fma ? " FMA" : "") +
         (sanitized ? " ASan+UBSan" : "");
}

std::vector<Corner> usual_corners() {
  return {{.compiler = "g++", .level = "-O0", .sanitized = true, .arch = {}},
          {.compiler = "g++", .level = "-O3", .fma = true, .arch = "native"},
          {.compiler = "clang++", .level = "-O2", .arch = {}}};
}

std::vector<Corner> all_corners() {
  std::vector<Corner> corners;
  for (const char* compiler : {"g++", "clang++"}) {
    for (const char* level : {"-O0", "-O1", "-O2", "-O3"}) {
      for (const bool fma : {false, true}) {
        for (const bool sanitized : {false, true}) {
          corners.push_back({compiler, level, fma, sanitized, {}});
        }
      }
    }
  }
  return corners;
}

std::filesystem::path build_variants(const Corner& corner, const std::string& slug,
                                     const toolchain::Recipe& recipe,
                                     const std::filesystem::path& folder) {
  const std::string lab = slug.substr(0, slug.find('.'));
  std::filesystem::path program = folder / ("variants." + slug);
  sandbox::Command command{{corner.compiler, "-std=c++20", corner.level, "-w", "-pipe"}, folder};
  auto& argv = command.argv;
  if (!corner.arch.empty()) argv.push_back("-march=" + corner.arch);
  if (corner.fma) {
    argv.insert(argv.end(), std::begin(kFmaFlags), std::end(kFmaFlags));
  } else {
    argv.emplace_back("-ffp-contract=off");
  }
  if (corner.sanitized) {
    argv.insert(argv.end(), {"-fsanitize=address,undefined", "-fno-sanitize-recover=all"});
  }
  for (const std::filesystem::path& part :
       {recipe.labs, recipe.labs / "kit", recipe.labs.parent_path() / "harness"}) {
    argv.push_back("-I" + part.string());
  }
  argv.insert(argv.end(),
              {recipe.bank_sources.at("variants." + slug).string(), recipe.bank_main.string(), "-o",
               program.string(), "-Wl,--start-group", recipe.given.at(lab).string()});
  for (const auto& [other, object] : recipe.references) {
    if (other.starts_with(lab + ".")) argv.push_back(object.string());
  }
  for (const std::filesystem::path& part : recipe.worker) {
    // The main program here is the bank's.
    if (part.extension() != ".o") argv.push_back(part.string());
  }
  argv.emplace_back("-Wl,--end-group");
  sandbox::Limits limits;
  limits.cpu = kCompileTime;
  limits.address_space = 0;
  limits.file_size = std::uint64_t{1} << 30;
  limits.open_files = 256;
  const auto outcome = sandbox::run(command, limits, kCompileTime);
  if (!outcome.success()) {
    throw std::runtime_error(corner.name() + " does not build " + slug + ":\n" + outcome.errors);
  }
  return program;
}

}  // namespace gradus::author
