#include "toolchain/identity.hpp"

#include <fstream>
#include <iterator>
#include <map>
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

/// Files by a name that does not depend on where they lie.
using Files = std::map<std::string, fs::path>;

Files headers(const Recipe& recipe) {
  Files files;
  for (const auto& [lab, file] : recipe.preludes) files["prelude " + lab] = file;
  for (const auto& entry : fs::recursive_directory_iterator(recipe.labs)) {
    if (entry.path().extension() != ".hpp") continue;
    files[entry.path().lexically_relative(recipe.labs).string()] = entry.path();
  }
  return files;
}

Files parts(const fs::path& program, const Recipe& recipe) {
  Files files = headers(recipe);
  files["program"] = program;
  files["probe"] = recipe.probe;
  files["main of the bank"] = recipe.bank_main;
  for (const fs::path& file : recipe.worker) files["worker " + file.filename().string()] = file;
  for (const auto& [name, file] : recipe.bindings) files["binding " + name] = file;
  for (const auto& [name, file] : recipe.references) files["reference " + name] = file;
  for (const auto& [name, file] : recipe.given) files["given " + name] = file;
  for (const auto& [name, file] : recipe.bank) files["bank " + name] = file;
  return files;
}

std::string digest_of(const Files& files) {
  std::string all;
  for (const auto& [name, file] : files) all += name + " " + mnist::sha256(content(file)) + "\n";
  return all;
}

}  // namespace

std::string identity(const fs::path& program, const Recipe& recipe) {
  std::string all = recipe.compiler_version + "\n" + recipe.arch + "\n";
  for (const std::string& flag : recipe.compile_flags) all += flag + "\n";
  return mnist::sha256(all + digest_of(parts(program, recipe)));
}

std::string identity_of_compilation(const Recipe& recipe) {
  const fs::path compiler = fs::canonical(recipe.compiler);
  const auto changed = fs::last_write_time(compiler).time_since_epoch().count();
  return mnist::sha256(compiler.string() + " " + recipe.compiler_version + " " +
                       std::to_string(changed) + "\n" + digest_of(headers(recipe)));
}

}  // namespace gradus::toolchain
