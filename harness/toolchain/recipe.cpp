#include "toolchain/recipe.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace gradus::toolchain {
namespace {

void read_line(Recipe& recipe, const std::string& line) {
  std::istringstream words(line);
  std::string key;
  words >> key;
  std::string value;
  std::getline(words >> std::ws, value);
  const auto named = [&](std::map<std::string, std::filesystem::path>& to) {
    const auto space = value.find(' ');
    if (space == std::string::npos) throw std::runtime_error("'" + line + "' names no file");
    to[value.substr(0, space)] = value.substr(space + 1);
  };
  if (key == "compiler") {
    recipe.compiler = value;
  } else if (key == "compiler_version") {
    recipe.compiler_version = value;
  } else if (key == "arch") {
    recipe.arch = value;
  } else if (key == "sanitized") {
    recipe.sanitized = value == "ON";
  } else if (key == "labs") {
    recipe.labs = value;
  } else if (key == "stubs") {
    recipe.stubs = value;
  } else if (key == "notes") {
    recipe.notes = value;
  } else if (key == "compile_flag") {
    recipe.compile_flags.push_back(value);
  } else if (key == "link_flag") {
    recipe.link_flags.push_back(value);
  } else if (key == "worker") {
    recipe.worker.emplace_back(value);
  } else if (key == "practice") {
    recipe.practice.emplace_back(value);
  } else if (key == "trainer") {
    recipe.trainer.emplace_back(value);
  } else if (key == "grapher") {
    recipe.grapher.emplace_back(value);
  } else if (key == "grapher_flag") {
    recipe.grapher_flags.push_back(value);
  } else if (key == "trainer_of") {
    named(recipe.trainers);
  } else if (key == "binding") {
    named(recipe.bindings);
  } else if (key == "reference") {
    named(recipe.references);
  } else if (key == "bank") {
    named(recipe.bank);
  } else if (key == "bank_source") {
    named(recipe.bank_sources);
  } else if (key == "bank_object") {
    named(recipe.bank_objects);
  } else if (key == "bank_table") {
    recipe.bank_table = value;
  } else if (key == "bank_main") {
    recipe.bank_main = value;
  } else if (key == "prelude") {
    named(recipe.preludes);
  } else if (key == "precompiled") {
    named(recipe.precompiled);
  } else if (key == "probe") {
    recipe.probe = value;
  } else if (key == "given") {
    named(recipe.given);
  } else {
    throw std::runtime_error("unknown key '" + key + "'");
  }
}

}  // namespace

Recipe Recipe::load(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read the build recipe " + file.string());
  Recipe recipe;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    try {
      read_line(recipe, line);
    } catch (const std::exception& e) {
      throw std::runtime_error("the build recipe " + file.string() + ": " + e.what());
    }
  }
  return recipe;
}

}  // namespace gradus::toolchain
