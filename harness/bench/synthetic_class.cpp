// Makes the hand-ins of a class: synthetic_class N FOLDER [LAB...]
//
// Of each exercise a student has the solution, the stub, a right variant or a known mistake. As in
// a real class no two students' files are the same, but for some who share all of them.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"

namespace {

namespace fs = std::filesystem;
using gradus::Exercise;
using gradus::Lab;

constexpr unsigned kSeed = 20261128;

/// Out of a hundred files; the rest are mistakes.
constexpr int kSolutions = 55;
constexpr int kStubs = 10;
constexpr int kVariants = 15;
/// One in so many students hands in what the one before did.
constexpr int kCopies = 20;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".cpp") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Class {
 public:
  std::string file_of(const Exercise& e) {
    const fs::path bank = fs::path(GRADUS_MISTAKES) / e.lab() / e.slug.substr(e.slug.find('.') + 1);
    const int choice = below(100);
    if (choice < kSolutions) return content(fs::path(GRADUS_SOLUTIONS) / e.file);
    if (choice < kSolutions + kStubs) return content(fs::path(GRADUS_STUBS) / e.file);
    const bool variant = choice < kSolutions + kStubs + kVariants;
    const std::vector<fs::path> files = sources_in(variant ? bank / "correct" : bank);
    if (files.empty()) return content(fs::path(GRADUS_SOLUTIONS) / e.file);
    return content(files[static_cast<std::size_t>(below(static_cast<int>(files.size())))]);
  }

  int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }

 private:
  std::mt19937 random_{kSeed};
};

void make(int students, const fs::path& folder, const std::vector<const Lab*>& labs) {
  Class all;
  fs::path previous;
  for (int i = 1; i <= students; ++i) {
    char id[16];
    std::snprintf(id, sizeof id, "s%05d", i);
    const fs::path own = folder / id;
    if (!previous.empty() && all.below(kCopies) == 0) {
      fs::copy(previous, own, fs::copy_options::recursive);
      continue;
    }
    for (const Lab* lab : labs) {
      fs::create_directories(own / lab->name);
      for (const Exercise& e : lab->exercises) {
        std::ofstream(own / e.file) << all.file_of(e) << "// " << id << "\n";
      }
    }
    previous = own;
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 3) throw std::runtime_error("usage: synthetic_class N FOLDER [LAB...]");
    std::vector<const Lab*> labs;
    for (int i = 3; i < argc; ++i) labs.push_back(gradus::find_lab(argv[i]));
    if (labs.empty()) {
      for (const Lab& lab : gradus::catalogue()) labs.push_back(&lab);
    }
    make(std::stoi(argv[1]), argv[2], labs);
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "synthetic_class: %s\n", e.what());
    return 1;
  }
}
