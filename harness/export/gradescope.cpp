#include "export/gradescope.hpp"

#include <nlohmann/json.hpp>

#include "export/fit.hpp"
#include "export/numbers.hpp"
#include "export/parts.hpp"
#include "report/escape.hpp"

namespace gradus::exports {
namespace {

using nlohmann::ordered_json;

ordered_json fingerprint(const Fingerprint& f) {
  return {{"submission", f.submission}, {"harness", f.harness}, {"compiler", f.compiler},
          {"flags", f.flags},           {"arch", f.arch},       {"cpu", f.cpu},
          {"isolation", f.isolation},   {"seed", f.seed}};
}

ordered_json note(const std::string& number, const std::string& name, const std::string& text) {
  return {{"name", name}, {"number", number}, {"output", text}};
}

ordered_json test(const std::string& number, const Row& row, bool with_points) {
  ordered_json json = {{"name", row.name}, {"number", number}};
  if (with_points) {
    json["score"] = in_points(row.points);
    json["max_score"] = in_points(row.out_of);
  }
  json["status"] = row.verdict == Verdict::kPassed ? "passed" : "failed";
  json["output"] = row.text;
  json["tags"] = {row.slug};
  return json;
}

ordered_json tests(const Results& results, std::size_t most) {
  const bool with_points = gives_a_mark(results);
  ordered_json all = ordered_json::array();
  int chapter = 0;
  for (const Part& part : parts(results, most)) {
    ++chapter;
    int section = 0;
    const auto next = [&] { return std::to_string(chapter) + "." + std::to_string(++section); };
    for (const Row& row : part.rows) all.push_back(test(next(), row, with_points));
    for (const Note& n : part.notes) {
      all.push_back(note(next(), part.title + ": " + n.name, n.text));
    }
  }
  int remark = 0;
  for (const std::string& text : results.remarks) {
    all.push_back(note("R" + std::to_string(++remark), "Remark", report::visible(text, most)));
  }
  return all;
}

}  // namespace

std::string gradescope(const Results& results, std::string_view visibility) {
  return fitted([&](std::size_t most) {
    ordered_json json;
    if (gives_a_mark(results)) json["score"] = in_points(results.points());
    json["output"] = summary(results);
    json["output_format"] = "text";
    json["test_output_format"] = "text";
    json["test_name_format"] = "text";
    json["visibility"] = visibility;
    json["stdout_visibility"] = "hidden";
    json["extra_data"] = {{"fingerprint", fingerprint(results.fingerprint)}};
    json["tests"] = tests(results, most);
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  });
}

}  // namespace gradus::exports
