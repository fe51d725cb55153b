#include "export/prairielearn.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "export/fit.hpp"
#include "export/numbers.hpp"
#include "export/parts.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"

namespace gradus::exports {
namespace {

using nlohmann::ordered_json;

/// Something was handed in, and the compiler refused all of it.
bool nothing_compiles(const std::vector<Part>& all) {
  const auto count = [&](Verdict verdict) {
    return std::count_if(all.begin(), all.end(), [&](const Part& part) {
      return !part.file.empty() && part.verdict == verdict;
    });
  };
  const auto written =
      std::count_if(all.begin(), all.end(), [](const Part& part) { return !part.file.empty(); }) -
      count(Verdict::kNotStarted);
  return written > 0 && written == count(Verdict::kDidNotBuild);
}

ordered_json refusal(const std::vector<std::string>& errors) {
  return {{"gradable", false}, {"format_errors", errors}};
}

ordered_json unbuilt(const std::vector<Part>& all) {
  std::vector<std::string> errors = {"None of your files compiles, so nothing was graded."};
  for (const Part& part : all) {
    if (part.verdict != Verdict::kDidNotBuild) continue;
    errors.push_back(part.file + ": " + part.rows.front().text);
  }
  return refusal(errors);
}

/// Points are shown only if every test has both of them.
ordered_json test(const std::string& name, const std::string& description, Points points,
                  Points out_of, const std::string& message, const std::string& output) {
  return {{"name", name},
          {"description", description},
          {"points", in_points(points)},
          {"max_points", in_points(out_of)},
          {"message", message},
          {"output", output}};
}

ordered_json graded(const Results& results, const std::vector<Part>& all, std::size_t most) {
  ordered_json json = {{"gradable", true}};
  json["score"] = std::clamp(in_points(results.points()) / in_points(results.out_of()), 0.0, 1.0);
  json["message"] = summary(results);
  json["tests"] = ordered_json::array();
  for (const Part& part : all) {
    for (const Row& row : part.rows) {
      json["tests"].push_back(test(row.name, part.title + " (" + row.slug + ")", row.points,
                                   row.out_of, std::string(report::words(row.verdict)), row.text));
    }
    for (const Note& note : part.notes) {
      json["tests"].push_back(test(part.title + ": " + note.name, part.slug, 0, 0, "", note.text));
    }
  }
  for (const std::string& remark : results.remarks) {
    json["tests"].push_back(test("Remark", "", 0, 0, "", report::visible(remark, most)));
  }
  return json;
}

}  // namespace

std::string prairielearn(const Results& results) {
  return fitted([&](std::size_t most) {
    const std::vector<Part> all = parts(results, most);
    const ordered_json json = !gives_a_mark(results)  ? refusal({summary(results)})
                              : nothing_compiles(all) ? unbuilt(all)
                                                      : graded(results, all, most);
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  });
}

}  // namespace gradus::exports
