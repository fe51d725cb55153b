#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "sandbox/process.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::test {

/// The bytes of a file; nothing if it cannot be read.
inline std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// What a schema says against each of these documents; nothing against one that is right. Debian's
/// python3-jsonschema is asked: a validator that knows nothing of our own code.
inline std::vector<std::string> complaints_each(std::span<const nlohmann::json> documents,
                                                const std::string& schema = GRADUS_SCHEMA) {
  const mnist::test::TemporaryFolder folder;
  sandbox::Command command{{"/usr/bin/python3", "-m", "jsonschema", "--output", "pretty"}};
  const auto name = [&](std::size_t i) { return (folder / std::to_string(i)).string(); };
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::ofstream(name(i)) << documents[i].dump(-1, ' ', false,
                                                nlohmann::json::error_handler_t::replace);
    command.argv.insert(command.argv.end(), {"-i", name(i)});
  }
  command.argv.push_back(schema);
  sandbox::Limits limits;
  limits.output = std::size_t{16} << 20;
  const auto outcome = sandbox::run(command, limits, std::chrono::seconds(60));

  std::vector<std::string> found(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (outcome.output.find("===[SUCCESS]===(" + name(i) + ")") != std::string::npos) continue;
    const std::size_t at = outcome.errors.find("===[ValidationError]===(" + name(i) + ")");
    if (at == std::string::npos) throw std::runtime_error("no validator: " + outcome.errors);
    found[i] = outcome.errors.substr(at, 1000);
  }
  return found;
}

inline std::string complaints(const nlohmann::json& document,
                              const std::string& schema = GRADUS_SCHEMA) {
  return complaints_each(std::span(&document, 1), schema).front();
}

}  // namespace gradus::test
