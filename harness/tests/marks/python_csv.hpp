#pragma once

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "sandbox/process.hpp"
#include "tests/mnist/temporary_folder.hpp"

namespace gradus::marks::test {

/// The rows, header first, that Python's csv module finds in a file: a reader that knows nothing of
/// our own code.
inline std::vector<std::vector<std::string>> python_rows(const std::string& bytes,
                                                         const std::string& separator = ",",
                                                         const std::string& encoding = "utf-8") {
  const mnist::test::TemporaryFolder folder;
  std::ofstream(folder / "file.csv", std::ios::binary) << bytes;
  constexpr const char* kProgram =
      "import csv, json, sys\n"
      "with open(sys.argv[1], encoding=sys.argv[3], newline='') as f:\n"
      "    print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2], strict=True))))\n";
  const auto outcome = sandbox::run(
      {{"/usr/bin/python3", "-c", kProgram, (folder / "file.csv").string(), separator, encoding}},
      {}, std::chrono::seconds(30));
  if (outcome.output.empty()) throw std::runtime_error("python3: " + outcome.errors);
  return nlohmann::json::parse(outcome.output);
}

}  // namespace gradus::marks::test
