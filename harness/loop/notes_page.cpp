#include "loop/notes_page.hpp"

#include <algorithm>

namespace gradus::loop {

std::string page_about(std::string_view exercise) {
  std::string name = "ex_" + std::string(exercise);
  std::replace(name.begin(), name.end(), '.', '_');
  return name + ".html";
}

}  // namespace gradus::loop
