#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace gradus::notes {
#define GRADUS_PICTURE(name) std::string name();
#include "pictures.inc"
#undef GRADUS_PICTURE
}  // namespace gradus::notes

namespace {

void write(const std::filesystem::path& file, const std::string& svg) {
  std::ofstream out(file, std::ios::binary);
  out << svg;
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace

/// Usage: notes_pictures FOLDER. Draws every picture that shows computed numbers.
int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("usage: notes_pictures FOLDER\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
#define GRADUS_PICTURE(name) write(folder / #name ".svg", gradus::notes::name());
#include "pictures.inc"
#undef GRADUS_PICTURE
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "notes_pictures: %s\n", e.what());
  return 3;
}
