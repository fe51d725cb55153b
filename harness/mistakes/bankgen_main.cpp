#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

#include "mistakes/bank_source.hpp"

/// bankgen: makes the sources of the bank's programs and its table, for the build.
namespace {

using namespace gradus;

std::string made(const std::string& root, const std::string& what) {
  if (what == "table") return mistakes::table_source(root, catalogue());
  const auto dot = what.find('.');
  const Exercise* e = find_exercise(dot == std::string::npos ? "" : what.substr(dot + 1));
  if (e != nullptr && what.starts_with("mistakes.")) return mistakes::mistakes_source(root, *e);
  if (e != nullptr && what.starts_with("variants.")) return mistakes::variants_source(root, *e);
  throw std::runtime_error("nothing is known of '" + what + "'");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: bankgen PROJECT_DIR table|mistakes.SLUG|variants.SLUG OUTPUT\n", stderr);
    return 2;
  }
  try {
    const std::string text = made(argv[1], argv[2]);
    std::ofstream out(argv[3], std::ios::binary);
    out << text;
    out.close();
    if (!out) throw std::runtime_error(std::string("cannot write ") + argv[3]);
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bankgen: %s\n", e.what());
    return 1;
  }
}
