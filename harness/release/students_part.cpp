#include "release/students_part.hpp"

#include "tools/source_line.hpp"
#include "tools/stub_mark.hpp"

namespace gradus::release {

std::string students_part(std::string_view solution) {
  std::string part;
  bool inside = false;
  for (const std::string_view line : tools::split_lines(solution)) {
    if (const auto mark = tools::find_mark(line)) {
      inside = mark->begins;
    } else if (inside) {
      part.append(line) += '\n';
    }
  }
  return part;
}

}  // namespace gradus::release
