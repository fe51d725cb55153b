/// stubgen: makes the files that students start from out of the solutions.

#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "tools/stub_tree.hpp"

namespace {

constexpr int kDone = 0;
constexpr int kStubsDiffer = 1;
constexpr int kCannotWork = 2;

constexpr const char* kUsage =
    "usage: stubgen SOLUTIONS_DIR LABS_DIR [--check]\n"
    "\n"
    "Writes the stub of each solution file SOLUTIONS_DIR/**/*.cpp to the same place in LABS_DIR,\n"
    "over whatever is there: do not point it at a folder in which somebody solves the exercises.\n"
    "  --check   writes nothing; shows where the stubs in LABS_DIR are not as generated\n"
    "Exit status: 0 all right, 1 stubs differ (--check), 2 bad arguments or a bad solution file.\n";

int check(const std::string& program, const std::string& solutions, const std::string& labs) {
  const int differing = gradus::tools::check_stubs(solutions, labs, std::cout);
  if (differing == 0) return kDone;
  std::cout
      << differing << (differing == 1 ? " stub is" : " stubs are")
      << " not what the solutions give. Students would start from an outdated file. Change the "
         "solution, never the stub, then run:\n  "
      << program << ' ' << solutions << ' ' << labs << '\n';
  return kStubsDiffer;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words == std::vector<std::string>{"--help"}) {
    std::cout << kUsage;
    return kDone;
  }
  const bool only_check = std::erase(words, "--check") > 0;
  if (words.size() != 2 || words[0].starts_with('-') || words[1].starts_with('-')) {
    std::cerr << kUsage;
    return kCannotWork;
  }
  try {
    if (only_check) return check(argv[0], words[0], words[1]);
    gradus::tools::write_stubs(words[0], words[1], std::cout);
    return kDone;
  } catch (const std::exception& error) {
    std::cerr << "stubgen: " << error.what() << '\n';
    return kCannotWork;
  }
}
