#include "app/project.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>

namespace gradus::app {
namespace {

std::filesystem::path program_folder() { return program().parent_path(); }

/// MNIST is no exercise: there is no file to write for it.
void refuse_mnist(std::string_view name) {
  for (const Lab& lab : catalogue()) {
    if (name != lab.mnist.slug) continue;
    throw UsageError(std::string(name) + " is judged by ./gradus submit " + std::string(lab.name));
  }
}

}  // namespace

std::filesystem::path program() { return std::filesystem::read_symlink("/proc/self/exe"); }

toolchain::Recipe recipe() { return toolchain::Recipe::load(program_folder() / "recipe.txt"); }

std::filesystem::path labs_folder() {
  const char* own = std::getenv("GRADUS_LABS");
  if (own == nullptr || *own == '\0') return recipe().labs;
  std::error_code error;
  auto folder = std::filesystem::canonical(own, error);
  if (error || !std::filesystem::is_directory(folder)) {
    throw UsageError("GRADUS_LABS names no folder: " + std::string(own));
  }
  return folder;
}

std::filesystem::path state_folder() { return labs_folder().parent_path() / ".gradus"; }

std::filesystem::path shared_objects() {
  const char* folder = std::getenv("GRADUS_OBJECTS");
  return folder != nullptr ? folder : "";
}

toolchain::ObjectStore object_store() {
  const auto shared = shared_objects();
  return toolchain::ObjectStore(shared.empty() ? state_folder() / "objects" : shared);
}

std::string pitfalls_page() {
  const auto file = recipe().labs.parent_path() / "docs/lookup/pitfalls.md";
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string this_minute() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &utc);
  return text.data();
}

bool is_usable(std::filesystem::path folder) {
  folder = std::filesystem::absolute(folder);
  while (!std::filesystem::exists(folder) && folder.has_relative_path())
    folder = folder.parent_path();
  return std::filesystem::is_directory(folder) && ::access(folder.c_str(), W_OK) == 0;
}

std::uint64_t secret_seed() {
  std::random_device random;
  return (std::uint64_t{random()} << 32U) | random();
}

std::uint64_t seed_in(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::uint64_t seed = 0;
  if (!(in >> seed)) throw UsageError(file.string() + " holds no seed: a whole number.");
  return seed;
}

const Exercise& exercise_named(std::string_view name) {
  if (const Exercise* e = find_exercise(name)) return *e;
  refuse_mnist(name);
  std::string known;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) known += "\n  " + std::string(e.slug);
  }
  throw UsageError("There is no exercise '" + std::string(name) + "'. There are:" + known);
}

std::vector<const Exercise*> exercises_named(std::string_view name) {
  if (const Exercise* e = find_exercise(name)) return {e};
  std::vector<const Exercise*> all;
  for (const Lab* lab : labs_named(name)) {
    for (const Exercise& e : lab->exercises) all.push_back(&e);
  }
  return all;
}

std::vector<const Lab*> labs_named(std::string_view name) {
  refuse_mnist(name);
  std::vector<const Lab*> labs;
  std::string known;
  for (const Lab& lab : catalogue()) {
    if (name.empty() || name == lab.name) labs.push_back(&lab);
    known += "\n  " + std::string(lab.name);
    for (const Exercise& e : lab.exercises) {
      if (name == e.slug) labs.push_back(&lab);
      known += "\n  " + std::string(e.slug);
    }
  }
  if (labs.empty()) {
    throw UsageError("There is no lab or exercise '" + std::string(name) + "'. There are:" + known);
  }
  return labs;
}

std::vector<const Lab*> labs_named(const std::vector<std::string>& names) {
  if (names.empty()) return labs_named("");
  for (const std::string& name : names) {
    if (find_lab(name) == nullptr) return labs_named(name);  // Which refuses it.
  }
  std::vector<const Lab*> labs;
  for (const Lab& lab : catalogue()) {
    if (std::find(names.begin(), names.end(), lab.name) != names.end()) labs.push_back(&lab);
  }
  return labs;
}

}  // namespace gradus::app
