#include "loop/hints.hpp"

#include <algorithm>

#include "report/story.hpp"

namespace gradus::loop {

std::string hints_text(const Exercise& exercise, int count, const report::Style& style) {
  const int all = static_cast<int>(exercise.hints.size());
  count = std::min(count, all);  // A damaged state may say anything.
  std::string out = style.bold(std::string(exercise.title)) + "\n";
  for (int i = 0; i < count; ++i) {
    const std::string label = "hint " + std::to_string(i + 1);
    const std::string text(exercise.hints[static_cast<std::size_t>(i)]);
    out += report::wrap(text, "  " + style.dim(label) + "  ", "          ");
  }
  if (count == 0) out += "  You have read none yet.\n";
  if (count < all) {
    const int left = all - count;
    return out + "  " + style.dim(std::to_string(left) + " more: ask again when you need it") +
           "\n";
  }
  return out + "  " +
         style.dim("That was the last one. The notes say more: ./gradus notes " +
                   std::string(exercise.slug)) +
         "\n";
}

}  // namespace gradus::loop
