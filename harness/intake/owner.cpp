#include "intake/owner.hpp"

#include <charconv>
#include <string_view>

#include "intake/names.hpp"

namespace gradus::intake {
namespace {

constexpr std::string_view kDigits = "0123456789";

/// Digits at the beginning of the text, followed by "_".
std::string_view number_before_bar(std::string_view text) {
  const std::size_t end = text.find_first_not_of(kDigits);
  return end != 0 && end != std::string_view::npos && text[end] == '_' ? text.substr(0, end)
                                                                       : std::string_view{};
}

}  // namespace

std::optional<Named> moodle_name(const std::string& name) {
  constexpr std::string_view kMark = "_assignsubmission_";
  const std::size_t mark = name.find(kMark);
  if (mark == std::string::npos) return std::nullopt;
  const std::string student = name.substr(0, mark);
  const std::size_t bar = student.rfind('_');
  if (bar == std::string::npos || bar == 0 || bar + 1 == student.size() ||
      student.find_first_not_of(kDigits, bar + 1) != std::string::npos) {
    return std::nullopt;
  }
  Named named;
  named.owner.label = label_of(student);
  named.owner.name = student.substr(0, bar);
  named.owner.moodle_id = student.substr(bar + 1);
  // The sort of submission comes first: "file", or "onlinetext" for what was typed.
  const std::size_t rest = name.find('_', mark + kMark.size());
  if (rest != std::string::npos) named.rest = name.substr(rest + 1);
  return named;
}

std::optional<Named> canvas_name(const std::string& name) {
  const std::string_view all = name;
  for (std::size_t bar = all.find('_'); bar != std::string_view::npos;
       bar = all.find('_', bar + 1)) {
    const std::string_view user = number_before_bar(all.substr(bar + 1));
    if (bar == 0 || user.empty()) continue;
    const std::size_t second = bar + 1 + user.size() + 1;
    const std::string_view file = number_before_bar(all.substr(second));
    if (file.empty() || second + file.size() + 1 == all.size()) continue;
    Named named;
    const auto parsed = std::from_chars(file.data(), file.data() + file.size(), named.order);
    if (parsed.ec != std::errc()) continue;
    std::string_view student = all.substr(0, bar);
    constexpr std::string_view kLate = "_LATE";
    if (student.ends_with(kLate)) student.remove_suffix(kLate.size());
    named.owner.label = label_of(std::string(student) + "_" + std::string(user));
    named.owner.canvas_id = user;
    named.rest = all.substr(second + file.size() + 1);
    return named;
  }
  return std::nullopt;
}

}  // namespace gradus::intake
