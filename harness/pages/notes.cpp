#include "pages/notes.hpp"

#include "loop/notes_page.hpp"
#include "web/svg.hpp"

namespace gradus::pages {
namespace {

using web::svg::text;

/// What stands in an address must not need to be escaped there.
bool is_plain(std::string_view name) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyz0123456789_.";
  return name.find_first_not_of(kPlain) == std::string_view::npos;
}

std::string link(const std::string& url, const std::string& title) {
  return "<a href=\"" + text(url) + "\">" + text(title) + "</a>";
}

std::string command(const std::string& title, const std::string& line) {
  return "<span>" + text(title) + "</span> <code>" + text(line) + "</code>";
}

}  // namespace

std::string link_to_exercise(const Notes& notes, const std::string& exercise,
                             const std::string& title) {
  if (notes.url.empty() || !is_plain(exercise)) {
    return command(title, "./gradus notes " + exercise);
  }
  return link(notes.url + "/" + loop::page_about(exercise), title);
}

std::string link_to_pitfall(const Notes& notes, const std::string& anchor) {
  const std::string title = title_of(notes, anchor);
  if (notes.url.empty() || !is_plain(anchor)) return command(title, "./gradus explain " + anchor);
  return link(notes.url + "/pitfalls.html#" + anchor, title);
}

std::string title_of(const Notes& notes, const std::string& anchor) {
  const auto found = notes.titles.find(anchor);
  return found == notes.titles.end() ? anchor : found->second;
}

}  // namespace gradus::pages
