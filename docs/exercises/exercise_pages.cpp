#include "exercises/exercise_pages.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

#include "mistakes/bank.hpp"
#include "report/words.hpp"
#include "specs/specs.hpp"
#include "tools/stub_mark.hpp"
#include "web/svg.hpp"

namespace gradus::notes {
namespace {

using report::points_text;

std::string underscored(std::string_view slug) {
  std::string name(slug);
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

std::string ref(const std::string& target, std::string_view text) {
  return "@ref " + target + " \"" + std::string(text) + "\"";
}

std::string points_with_unit(Points points) {
  return points_text(points) + (points == 100 ? " point" : " points");
}

std::string fact(const std::string& number, const std::string& unit) {
  return "<div><b>" + number + "</b><span>" + unit + "</span></div>\n";
}

/// Function or class of the reference; a function is shown with its brackets.
std::string declared(const Exercise& e) {
  const std::string name(e.function);
  const bool is_class = std::isupper(static_cast<unsigned char>(name[name.rfind(':') + 1])) != 0;
  return ref(name, is_class ? name : name + "()");
}

std::string needs(const Exercise& e) {
  if (e.needs.empty()) return "no other exercise";
  std::string text;
  for (const std::string_view slug : e.needs) {
    text += (text.empty() ? "" : ", ") + ref(page_id(slug), slug);
  }
  return text + (e.needs.size() == 1
                     ? ", if it helps; a correct version stands in until yours is right"
                     : ", if they help; correct versions stand in until yours are right");
}

std::string facts_table(const Exercise& e, const SolutionFacts& facts) {
  const std::string slug(e.slug);
  return "| | |\n|---|---|\n| **You write** | " + declared(e) + " |\n| **In the file** | " +
         ref(std::string(e.file), "labs/" + std::string(e.file)) + " |\n| **Declared in** | " +
         ref(facts.header, facts.header) + " |\n| **Read first** | @ref " + std::string(e.chapter) +
         ", " + ref("notation", "Notation and shapes") + " |\n| **It may build on** | " + needs(e) +
         ". |\n| **Check it** | `./gradus check " + slug + " --watch` |\n\n";
}

std::string demands(const Exercise& e) {
  std::string table = "| check | what it demands | points |\n|---|---|---:|\n";
  std::string values;
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    const std::string idea = "`" + std::string(c.idea) + "`";
    table += "| " + idea + " | " + plain(c.claim) + " | " + points_text(c.points) + " |\n";
    if (c.kind == check::Kind::kValue) values += (values.empty() ? "" : " and ") + idea;
  }
  return table + "\nA check pays if it passes itself and " + values +
         " too. How gradients are checked: @ref ch_gradcheck.\n\n";
}

/// HTML as it is: Doxygen would close and open an element anew around every list inside it.
std::string html(const std::string& text) { return "@htmlonly[block]" + text + "@endhtmlonly\n\n"; }

std::string folded(const std::string& css, const std::string& summary, const std::string& body) {
  return html("<details class=\"" + css + "\"><summary>" + summary + "</summary>") + body + "\n" +
         html("</details>");
}

std::string hints(const Exercise& e) {
  std::string text;
  int number = 0;
  for (const std::string_view hint : e.hints) {
    text += folded("hint", "Hint " + std::to_string(++number), plain(hint) + "\n");
  }
  return text;
}

/// The known mistakes that fail first at one check.
using Mistakes = std::vector<const mistakes::Mistake*>;

/// The pitfalls to which most of the mistakes lead, the most frequent first.
std::string pitfalls_of(const Mistakes& caught) {
  std::map<std::string_view, int> count;
  for (const mistakes::Mistake* m : caught) ++count[m->notes];
  std::vector<std::pair<std::string_view, int>> sorted(count.begin(), count.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (sorted.size() > 3) sorted.resize(3);
  std::string text;
  for (const auto& [anchor, mistakes] : sorted) {
    text += (text.empty() ? "" : "<br/>") + ("@ref " + std::string(anchor)) + " (" +
            std::to_string(mistakes) + " of " + std::to_string(caught.size()) + ")";
  }
  return text;
}

std::string when_it_fails(const Exercise& e) {
  std::string table = "| the check says | it is most often | known mistakes |\n|---|---|---:|\n";
  std::string sentences;
  for (const check::Check& c : specs::spec_of(e.slug).checks) {
    Mistakes caught;
    for (const mistakes::Mistake& m : mistakes::mistakes_of(e.slug)) {
      if (m.caught_by == c.idea) caught.push_back(&m);
    }
    if (caught.empty()) continue;
    const std::string idea(c.idea);
    table += "| `" + std::string(e.slug) + "." + idea + "` | " + pitfalls_of(caught) + " | " +
             std::to_string(caught.size()) + " |\n";
    std::string rows =
        "| what the grader says if your code answers as a known mistake does | see "
        "|\n|---|---|\n";
    for (const mistakes::Mistake* m : caught) {
      rows += "| " + plain(m->says) + " | @ref " + std::string(m->notes) + " |\n";
    }
    sentences += folded("says",
                        "<code>" + std::string(e.slug) + "." + idea +
                            "</code>: " + std::to_string(caught.size()) +
                            (caught.size() == 1 ? " known mistake" : " known mistakes"),
                        rows);
  }
  return table +
         "\nThese are the sentences, word for word. They name mistakes, so read them after "
         "a failure rather than before your first try.\n\n" +
         sentences;
}

std::string heading(const Exercise& e, std::string_view title, std::string_view part) {
  return "## " + std::string(title) + " {#" + page_id(e.slug) + "_" + std::string(part) + "}\n\n";
}

}  // namespace

SolutionFacts facts_of(std::string_view solution) {
  SolutionFacts facts;
  std::istringstream lines{std::string(solution)};
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view kInclude = "#include \"";
    if (facts.header.empty() && line.starts_with(kInclude)) {
      facts.header = line.substr(kInclude.size(), line.rfind('"') - kInclude.size());
    }
    if (const auto mark = tools::find_mark(line)) {
      inside = mark->begins;
      continue;
    }
    const std::size_t start = line.find_first_not_of(' ');
    if (inside && start != std::string::npos && line.compare(start, 2, "//") != 0) ++facts.lines;
  }
  return facts;
}

std::string page_id(std::string_view slug) { return "ex_" + underscored(slug); }

std::string plain(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    // In a table even an escaped bar would end the cell.
    if (c == '|') {
      safe += "&vert;";
      continue;
    }
    if (std::string_view("\\@<>&#%*_`~[]\"").find(c) != std::string_view::npos) safe += '\\';
    safe += c;
  }
  return safe;
}

std::string exercise_page(const Exercise& e, const SolutionFacts& facts) {
  const std::string id = page_id(e.slug);
  std::string page = "# " + std::string(e.title) + " {#" + id + "}\n\n[TOC]\n\n";
  page += "<div class=\"facts\">\n" +
          fact(points_text(e.points), e.points == 100 ? "point" : "points") +
          fact(std::string(e.slug), "its name") +
          fact(std::to_string(facts.lines),
               facts.lines == 1 ? "line in our solution" : "lines in our solution") +
          fact(std::to_string(specs::spec_of(e.slug).checks.size()), "checks") + "</div>\n\n";
  page += facts_table(e, facts);
  page += heading(e, "What to write", "task") + "@copydetails " + std::string(e.function) + "\n\n";
  page += heading(e, "Hints, one at a time", "hints") + hints(e);
  page += heading(e, "What the checks demand", "checks") + demands(e);
  page += heading(e, "When a check fails", "failures") + when_it_fails(e);
  return page;
}

std::string exercise_box(const Exercise& e) {
  const std::string slug(e.slug);
  const std::string page = page_id(e.slug) + ".html";
  return "<div class=\"exercise\">\n<p class=\"ex-head\"><span class=\"ex-no\">" + slug +
         "</span> <a class=\"ex-title\" href=\"" + page + "\">" + web::svg::text(e.title) +
         "</a> <span class=\"ex-points\">" + points_with_unit(e.points) +
         "</span></p>\n<p>Write <code>" + std::string(e.function) + "</code> in <code>labs/" +
         std::string(e.file) + "</code>.</p>\n<p class=\"ex-links\"><a href=\"" + page +
         "\">Exercise page</a> · <a href=\"pitfalls.html#" + std::string(e.notes) +
         "\">Pitfalls</a> · <code>./gradus check " + slug + " --watch</code></p>\n</div>\n";
}

std::string list_of_exercises() {
  std::string page =
      "# All exercises {#exercises}\n\nIn this order. Each is judged alone: where it calls another "
      "one that is not right yet, a correct version stands in for it.\n\n";
  for (const Lab& lab : catalogue()) {
    page += "## " + std::string(lab.name) + ": " + std::string(lab.title) + " {#exercises_" +
            std::string(lab.name) +
            "}\n\n| exercise | you write | read first | points |\n"
            "|---|---|---|---:|\n";
    for (const Exercise& e : lab.exercises) {
      page += "| " + ref(page_id(e.slug), e.title) + "<br/>`" + std::string(e.slug) + "` | " +
              declared(e) + " | @ref " + std::string(e.chapter) + " | " + points_text(e.points) +
              " |\n";
    }
    page += "| " + std::string(lab.mnist.title) + "<br/>`" + std::string(lab.mnist.slug) +
            "` | all of it, trained on MNIST | @ref ch_report | " + points_text(lab.mnist.points) +
            " |\n| | | **together** | **" + points_text(lab.points()) + "** |\n\n";
  }
  return page;
}

std::string exercise_tabs() {
  std::string tabs;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      tabs += "      <tab type=\"user\" visible=\"yes\" url=\"@ref " + page_id(e.slug) +
              "\" title=\"" + std::string(e.slug) + "\"/>\n";
    }
  }
  return tabs;
}

}  // namespace gradus::notes
