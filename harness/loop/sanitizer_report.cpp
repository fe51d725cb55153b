#include "loop/sanitizer_report.hpp"

#include <array>
#include <sstream>
#include <string_view>
#include <utility>

namespace gradus::loop {
namespace {

/// A word of the report, and what it means to somebody who meets it for the first time.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kKinds = {{
    {"heap-buffer-overflow", "It reads or writes beyond the end of an array."},
    {"stack-buffer-overflow", "It reads or writes beyond the end of a local array."},
    {"global-buffer-overflow", "It reads or writes beyond the end of a global array."},
    {"heap-use-after-free", "It uses memory that was given back already."},
    {"stack-use-after-scope", "It uses a local variable that is gone."},
    {"stack-use-after-return", "It uses a local variable of a function that has ended."},
    {"double-free", "It gives the same memory back twice."},
    {"alloc-dealloc-mismatch",
     "What new[] gave must go back with delete[], what new gave with "
     "delete."},
    {"stack-overflow", "A function calls itself without end, or a local array is too large."},
    {"bad-free", "It gives back memory that new never gave."},
    {"detected memory leaks",
     "Memory from new is never given back. In the autograd it is most "
     "often a closure that holds its own output."},
    {"SEGV",
     "It reads or writes where there is no memory: a null or wild pointer, or an index "
     "far outside of an array."},
}};

/// ":14" behind the student's file in a line of the report; empty if it is about another file.
std::string line_number(const std::string& line, const std::string& file) {
  const std::size_t at = line.find(file + ":");
  if (at == std::string::npos) return {};
  const std::size_t start = at + file.size() + 1;
  const std::size_t end = line.find_first_not_of("0123456789", start);
  return line.substr(start, end == std::string::npos ? end : end - start);
}

}  // namespace

std::string sanitizer_story(const std::string& report, const std::string& file) {
  std::string what;
  std::string where;
  std::string out;
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t error = line.find("runtime error: ");
    const std::string number = line_number(line, file);
    if (error != std::string::npos && !number.empty()) {
      out.append("labs/").append(file).append(", line ").append(number).append(": ");
      out.append(line.substr(error + 15)).append(".\n");
      continue;
    }
    if (what.empty() && line.find("ERROR: ") != std::string::npos) {
      for (const auto& [word, meaning] : kKinds) {
        if (line.find(word) == std::string::npos) continue;
        what = std::string(meaning) + " (" + std::string(word) + ")";
        break;
      }
    }
    if (!what.empty() && where.empty()) where = number;
  }
  if (what.empty()) return out;
  return out + "labs/" + file + (where.empty() ? "" : ", line " + where) + ": " + what + "\n";
}

}  // namespace gradus::loop
