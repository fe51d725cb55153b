#include "toolchain/identity.hpp"

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "mnist/sha256.hpp"

namespace gradus::toolchain {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) throw std::runtime_error("cannot read " + file.string());
  return text.str();
}

std::set<fs::path> parts(const fs::path& program, const Recipe& recipe) {
  std::set<fs::path> files = {program, recipe.probe, recipe.bank_main};
  files.insert(recipe.worker.begin(), recipe.worker.end());
  for (const auto* named :
       {&recipe.bindings, &recipe.references, &recipe.given, &recipe.preludes, &recipe.bank}) {
    for (const auto& [name, file] : *named) files.insert(file);
  }
  for (const auto& entry : fs::recursive_directory_iterator(recipe.labs)) {
    if (entry.path().extension() == ".hpp") files.insert(entry.path());
  }
  return files;
}

}  // namespace

std::string identity(const fs::path& program, const Recipe& recipe) {
  std::string all = recipe.compiler_version + "\n" + recipe.arch + "\n";
  for (const std::string& flag : recipe.compile_flags) all += flag + "\n";
  for (const fs::path& file : parts(program, recipe)) {
    all += file.filename().string() + " " + mnist::sha256(content(file)) + "\n";
  }
  return mnist::sha256(all);
}

}  // namespace gradus::toolchain
