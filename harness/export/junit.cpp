#include "export/junit.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <pugixml.hpp>
#include <sstream>

#include "export/parts.hpp"
#include "report/words.hpp"

namespace gradus::exports {
namespace {

constexpr std::size_t kLongestText = 8000;

/// The element that a verdict becomes; nullptr for a passed test, which has none.
const char* element(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed:
      return nullptr;
    case Verdict::kWrong:
      return "failure";
    case Verdict::kNotStarted:
    case Verdict::kUnfinished:
      return "skipped";
    case Verdict::kDidNotBuild:
    case Verdict::kCrashed:
    case Verdict::kTimedOut:
    case Verdict::kOutOfMemory:
    case Verdict::kBadReply:
    case Verdict::kHarnessError:
      return "error";
  }
  return "error";
}

std::string in_iso8601(std::chrono::system_clock::time_point when) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &utc);
  return text.data();
}

void set(pugi::xml_node& node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

void add_property(pugi::xml_node& properties, const std::string& name, const std::string& value) {
  pugi::xml_node property = properties.append_child("property");
  set(property, "name", name);
  set(property, "value", value);
}

void add_properties(pugi::xml_node& suite, const Part& part) {
  pugi::xml_node properties = suite.append_child("properties");
  add_property(properties, "points", report::points_text(part.points));
  add_property(properties, "out_of", report::points_text(part.out_of));
  add_property(properties, "verdict", std::string(name(part.verdict)));
  // Neither schema lets a test case have properties of its own.
  for (const Row& row : part.rows) {
    add_property(properties, row.slug + ".points", report::points_text(row.points));
    add_property(properties, row.slug + ".out_of", report::points_text(row.out_of));
  }
}

void add_case(pugi::xml_node& suite, const Part& part, const Row& row) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "name", row.name);
  set(test, "classname", part.slug);
  set(test, "time", "0");
  if (const char* what = element(row.verdict)) {
    pugi::xml_node outcome = test.append_child(what);
    set(outcome, "message", std::string(report::words(row.verdict)));
    set(outcome, "type", std::string(name(row.verdict)));
    outcome.text().set(row.text.c_str());
  }
}

void add_suite(pugi::xml_node& suites, const Part& part, int id, const std::string& when) {
  const auto count = [&](std::string_view what) {
    return std::to_string(std::count_if(part.rows.begin(), part.rows.end(), [&](const Row& row) {
      const char* e = element(row.verdict);
      return e != nullptr && e == what;
    }));
  };
  pugi::xml_node suite = suites.append_child("testsuite");
  set(suite, "name", part.title.empty() ? part.slug : part.title);
  set(suite, "package", part.slug);
  set(suite, "id", std::to_string(id));
  set(suite, "timestamp", when);
  set(suite, "hostname", "localhost");
  set(suite, "tests", std::to_string(part.rows.size()));
  set(suite, "failures", count("failure"));
  set(suite, "errors", count("error"));
  set(suite, "skipped", count("skipped"));
  set(suite, "time", "0");
  add_properties(suite, part);
  for (const Row& row : part.rows) add_case(suite, part, row);
  std::string printed;
  for (const Note& note : part.notes) printed += note.name + ":\n" + note.text + "\n";
  suite.append_child("system-out").text().set(printed.c_str());
  suite.append_child("system-err");
}

}  // namespace

std::string junit(const Results& results, std::chrono::system_clock::time_point when) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set(declaration, "version", "1.0");
  set(declaration, "encoding", "UTF-8");
  pugi::xml_node suites = document.append_child("testsuites");
  int id = 0;
  for (const Part& part : parts(results, kLongestText)) {
    add_suite(suites, part, id++, in_iso8601(when));
  }
  std::ostringstream out;
  document.save(out, " ", pugi::format_indent, pugi::encoding_utf8);
  return out.str();
}

}  // namespace gradus::exports
