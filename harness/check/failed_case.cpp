#include "check/failed_case.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace gradus::check {
namespace {

constexpr const char* kTitle = "gradus failed case 1";
constexpr const char* kEnd = "end";
/// Far more numbers than a case has.
constexpr Index kMostEntries = Index{1} << 20;

void require(bool holds) {
  if (!holds) throw std::runtime_error("this file holds no failed case");
}

/// "2 1 c 1 1 0 logits" and the entries on the next line. Names may hold spaces, so they end a
/// line.
Argument read_argument(const std::string& head, const std::string& numbers) {
  std::istringstream in(head);
  Argument a;
  Shape shape;
  in >> shape.rows >> shape.cols >> a.rows >> a.cols >> a.index_into >> a.fixed;
  std::getline(in >> std::ws, a.name);
  require(!in.fail() && !a.name.empty());
  require(0 <= shape.rows && shape.rows <= kMostEntries && 0 <= shape.cols &&
          shape.cols <= kMostEntries && shape.rows * shape.cols <= kMostEntries);
  a.value = Array(shape);
  const char* at = numbers.c_str();
  for (double& value : a.value.values) {
    char* end = nullptr;
    value = std::strtod(at, &end);
    require(end != at);
    at = end;
  }
  return a;
}

}  // namespace

void write(std::ostream& out, const FailedCase& failed) {
  out << kTitle << "\n" << failed.search << "\n";
  for (const Argument& a : failed.input.arguments()) {
    out << a.value.rows() << ' ' << a.value.cols() << ' ' << a.rows << ' ' << a.cols << ' '
        << a.index_into << ' ' << a.fixed << ' ' << a.name << "\n";
    for (const double value : a.value.values) {
      std::array<char, 40> text{};
      std::snprintf(text.data(), text.size(), "%a ", value);
      out << text.data();
    }
    out << "\n";
  }
  out << kEnd << "\n";
}

FailedCase read_failed_case(std::istream& in) {
  std::string line;
  require(std::getline(in, line) && line == kTitle);
  FailedCase failed;
  require(std::getline(in, line) && static_cast<bool>(std::istringstream(line) >> failed.search));
  std::vector<Argument> arguments;
  for (std::string numbers;;) {
    require(static_cast<bool>(std::getline(in, line)));
    if (line == kEnd) break;
    require(static_cast<bool>(std::getline(in, numbers)));
    arguments.push_back(read_argument(line, numbers));
  }
  failed.input = Case(std::move(arguments));
  return failed;
}

}  // namespace gradus::check
