#include <algorithm>
#include <cstdio>
#include <unistd.h>

#include "app/commands.hpp"
#include "app/project.hpp"
#include "loop/pitfalls.hpp"
#include "mistakes/bank.hpp"
#include "report/story.hpp"
#include "specs/specs.hpp"

namespace gradus::app {
namespace {

/// The claim of a check, or what a known mistake does.
std::string sentence(const Exercise& e, std::string_view idea) {
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    if (c.idea == idea) return "The check asks: " + std::string(c.claim);
  }
  for (const mistakes::Mistake& m : mistakes::mistakes_of(e.slug)) {
    if (m.name == idea) return std::string(m.says);
  }
  return {};
}

/// Every check of an exercise with its claim: what one may ask about.
std::string checks_of(const Exercise& e, const report::Style& style) {
  std::string out;
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    const std::string slug = std::string(e.slug) + "." + std::string(c.idea);
    out += "  " + style.bold(slug) + "\n" + report::wrap(std::string(c.claim), "    ", "    ");
  }
  return out;
}

}  // namespace

int explain(const std::string& what) {
  const report::Style style = report::Style::of(STDOUT_FILENO);
  if (what.empty()) {
    std::printf(
        "Ask about a check, an exercise (./gradus explain tp1.softmax), or one of these:\n%s",
        loop::pitfall_list(pitfalls_page()).c_str());
    return kFullMarks;
  }
  if (const Exercise* e = find_exercise(what)) {
    std::printf("%s is held against these checks:\n%s", std::string(e->title).c_str(),
                checks_of(*e, style).c_str());
    return kFullMarks;
  }
  const std::string slug = what.substr(0, what.rfind('.'));
  const Exercise* e = find_exercise(slug);
  const std::string_view known = loop::anchor_of(what);
  if (e != nullptr && known.empty()) {
    throw UsageError("There is no check or known mistake '" + what + "'. The checks are:\n" +
                     checks_of(*e, {}));
  }
  const auto pitfall = loop::find_pitfall(pitfalls_page(), known.empty() ? what : known);
  if (!pitfall) {
    throw UsageError("Nothing is written about '" + what + "'. What there is: ./gradus explain");
  }
  if (e != nullptr) {
    const std::string idea = what.substr(slug.size() + 1);
    std::fputs((report::wrap(sentence(*e, idea), "", "") + "\n").c_str(), stdout);
  }
  std::fputs(loop::pitfall_text(*pitfall, style).c_str(), stdout);
  return kFullMarks;
}

}  // namespace gradus::app
