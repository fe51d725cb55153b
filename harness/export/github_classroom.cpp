#include "export/github_classroom.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <sstream>

#include "export/fit.hpp"
#include "export/numbers.hpp"
#include "export/parts.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"

namespace gradus::exports {
namespace {

using nlohmann::ordered_json;

/// The reporter is given the result as one variable of its environment, of which Linux takes
/// 128 KiB; base64 makes four bytes out of three.
constexpr std::size_t kLargestResult = 90'000;

std::string base64(const std::string& bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int length = ::EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                       reinterpret_cast<const unsigned char*>(bytes.data()),
                                       static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Text of which no line is a command: those begin with "::", blanks before them or not, or hold
/// "##[" anywhere.
std::string without_commands(const std::string& text) {
  std::string out;
  std::istringstream lines(replace_all(text, "##[", "# #["));
  for (std::string line; std::getline(lines, line);) out += "| " + line + "\n";
  return out;
}

ordered_json to_json(const Row& row) {
  const bool passed = row.verdict == Verdict::kPassed;
  ordered_json json = {{"name", replace_all(row.name, "##[", "# #[")},
                       {"status", passed                           ? "pass"
                                  : row.verdict == Verdict::kWrong ? "fail"
                                                                   : "error"},
                       {"score", in_points(row.points)}};
  if (!row.text.empty()) json["message"] = without_commands(row.text);
  return json;
}

std::string result(const Results& results, std::size_t most) {
  const bool counts = gives_a_mark(results);
  ordered_json json = {{"version", 1}};
  json["status"] = !counts ? "error" : results.points() < results.out_of() ? "fail" : "pass";
  if (counts) json["max_score"] = in_points(results.out_of());
  json["tests"] = ordered_json::array();
  for (const Part& part : parts(results, most)) {
    for (const Row& row : part.rows) {
      json["tests"].push_back(to_json(row));
      if (!counts) json["tests"].back()["score"] = 0.0;
    }
  }
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

/// The escapes of GitHub's commands; per cent signs first.
std::string data(std::string text) {
  for (const auto& [from, to] : {std::pair("%", "%25"), std::pair("\r", "%0D"), {"\n", "%0A"}}) {
    text = replace_all(std::move(text), from, to);
  }
  return text;
}

std::string property(const std::string& text) {
  return replace_all(replace_all(data(text), ":", "%3A"), ",", "%2C");
}

/// Where the compiler saw the first error in that file, in digits; "1" if it does not say.
std::string line_of_error(const std::string& text, const std::string& file) {
  const std::size_t at = text.find(file + ":");
  if (at == std::string::npos) return "1";
  const std::size_t first = at + file.size() + 1;
  const std::size_t end = text.find_first_not_of("0123456789", first);
  return end == std::string::npos || end == first || end - first > 6
             ? "1"
             : text.substr(first, end - first);
}

const Row& first_failure(const Part& part) {
  const auto row = std::find_if(part.rows.begin(), part.rows.end(),
                                [](const Row& r) { return r.verdict != Verdict::kPassed; });
  return row == part.rows.end() ? part.rows.front() : *row;
}

bool is_worth_a_word(const Part& part) {
  return part.verdict != Verdict::kPassed && part.verdict != Verdict::kNotStarted &&
         part.verdict != Verdict::kUnfinished;
}

/// A cell of a table in Markdown.
std::string cell(std::string text) {
  for (const auto& [from, to] :
       {std::pair("\\", "\\\\"), std::pair("|", "\\|"), {"\n", " "}, {"<", "&lt;"}, {"`", "\\`"}}) {
    text = replace_all(std::move(text), from, to);
  }
  return text;
}

/// A block of text as it is: its fence is longer than any in the text.
std::string fenced(const std::string& text) {
  std::size_t run = 0;
  std::size_t longest = 2;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fence + "text\n" + text + (text.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string table(const std::vector<Part>& all) {
  std::string out = "| | points | |\n|---|---:|---|\n";
  for (const Part& part : all) {
    out += "| " + cell(part.title) + " (" + cell(part.slug) + ") | " +
           report::points_text(part.points) + " / " + report::points_text(part.out_of) + " | " +
           std::string(report::words(part.verdict)) + " |\n";
  }
  return out;
}

std::string page(const Results& results, std::size_t most) {
  const std::vector<Part> all = parts(results, most);
  std::string out = "## Gradus\n\n" + fenced(summary(results)) + "\n" + table(all);
  for (const Part& part : all) {
    if (!is_worth_a_word(part)) continue;
    const Row& row = first_failure(part);
    out += "\n<details><summary>" + cell(part.slug) + ": " +
           std::string(report::words(part.verdict)) + "</summary>\n\n" +
           fenced(row.name + "\n\n" + row.text) + "\n</details>\n";
  }
  for (const std::string& remark : results.remarks) {
    out += "\n" + fenced(report::visible(remark, most));
  }
  return out;
}

}  // namespace

std::string github_classroom(const Results& results) {
  return "result=" +
         base64(fitted([&](std::size_t most) { return result(results, most); }, kLargestResult)) +
         "\n";
}

std::string github_annotations(const Results& results) {
  constexpr std::size_t kLongestText = 2000;
  std::string out;
  for (const Part& part : parts(results, kLongestText)) {
    if (!is_worth_a_word(part)) continue;
    const Row& row = first_failure(part);
    const std::string title =
        "title=" + property(part.slug + ": " + std::string(report::words(part.verdict)));
    if (part.verdict == Verdict::kHarnessError) {
      out += "::warning " + title;
    } else if (part.file.empty()) {
      out += "::error " + title;
    } else {
      out += "::error file=" + property("labs/" + part.file) +
             ",line=" + line_of_error(row.text, part.file) + "," + title;
    }
    out += "::" + data(row.name + "\n" + row.text) + "\n";
  }
  return out;
}

std::string github_summary(const Results& results) {
  return fitted([&](std::size_t most) { return page(results, most); });
}

}  // namespace gradus::exports
