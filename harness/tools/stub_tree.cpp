#include "tools/stub_tree.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tools/source_line.hpp"
#include "tools/stubgen.hpp"

namespace gradus::tools {
namespace {

namespace fs = std::filesystem;

struct Stub {
  fs::path solution;
  fs::path file;
  std::string text;
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in)
    throw std::runtime_error(file.string() + " cannot be read. Is it there, with read rights?");
  return text;
}

std::optional<std::string> read_if_there(const fs::path& file) {
  if (!fs::exists(file)) return std::nullopt;
  return read(file);
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out)
    throw std::runtime_error(file.string() +
                             " cannot be written. Is the disk full or the folder read-only?");
}

/// The .cpp files under a folder, in alphabetical order so that output does not depend on the disk.
std::vector<fs::path> source_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".cpp")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Stub> make_stubs(const fs::path& solutions, const fs::path& labs) {
  std::vector<Stub> stubs;
  for (const fs::path& solution : source_files(solutions)) {
    stubs.push_back({solution, labs / fs::relative(solution, solutions),
                     make_stub(solution.string(), read(solution))});
  }
  if (stubs.empty()) {
    throw StubError(solutions.string() +
                    " holds no .cpp file: is this the folder of the solutions?");
  }
  return stubs;
}

void print_lines(std::ostream& out, char sign, const std::vector<std::string_view>& lines,
                 std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, lines.size()); ++i) out << sign << lines[i] << '\n';
}

/// Prints the place where a stub first differs, in the manner of `diff -u`: `-` is what the file
/// has,
/// `+` is what it should have.
void print_first_difference(std::ostream& out, const Stub& stub, const std::string& found) {
  constexpr std::size_t kLinesBefore = 3;
  constexpr std::size_t kLinesShown = 4;
  const auto has = split_lines(found);
  const auto wants = split_lines(stub.text);
  const auto difference = std::mismatch(has.begin(), has.end(), wants.begin(), wants.end());
  const auto first = static_cast<std::size_t>(difference.first - has.begin());
  out << "--- " << stub.file.string() << "\n+++ the stub of " << stub.solution.string()
      << "\n@@ line " << first + 1 << " @@\n";
  print_lines(out, ' ', has, first - std::min(first, kLinesBefore), first);
  print_lines(out, '-', has, first, first + kLinesShown);
  print_lines(out, '+', wants, first, first + kLinesShown);
  if (first == has.size() && first == wants.size())
    out << "(only the end of the last line differs)\n";
}

}  // namespace

void write_stubs(const fs::path& solutions, const fs::path& labs, std::ostream& log) {
  int written = 0;
  const std::vector<Stub> stubs = make_stubs(solutions, labs);
  for (const Stub& stub : stubs) {
    if (read_if_there(stub.file) == stub.text) continue;
    write(stub.file, stub.text);
    log << "wrote " << stub.file.string() << '\n';
    ++written;
  }
  log << stubs.size() << " stubs, " << written << " of them written anew\n";
}

int check_stubs(const fs::path& solutions, const fs::path& labs, std::ostream& out) {
  int differing = 0;
  for (const Stub& stub : make_stubs(solutions, labs)) {
    const auto found = read_if_there(stub.file);
    if (found == stub.text) continue;
    ++differing;
    if (found) {
      print_first_difference(out, stub, *found);
    } else {
      out << stub.file.string() << " is missing: the stub of " << stub.solution.string() << '\n';
    }
  }
  return differing;
}

}  // namespace gradus::tools
