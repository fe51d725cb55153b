// Whatever a student's code says or prints ends up in results.json and on the terminal.

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "report/escape.hpp"
#include "report/json.hpp"
#include "report/read.hpp"
#include "report/terminal.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using nlohmann::json;

constexpr std::array kVerdicts = {Verdict::kPassed,      Verdict::kWrong,    Verdict::kNotStarted,
                                  Verdict::kDidNotBuild, Verdict::kCrashed,  Verdict::kTimedOut,
                                  Verdict::kOutOfMemory, Verdict::kBadReply, Verdict::kUnfinished,
                                  Verdict::kHarnessError};

Verdict invent_verdict(Input& input) { return kVerdicts.at(input.byte() % kVerdicts.size()); }

CheckResult invent_check(Input& input) {
  CheckResult c;
  c.slug = "tp1.softmax.value";
  c.claim = "The values are right.";
  c.kind = static_cast<check::Kind>(input.byte() % 4);
  c.verdict = invent_verdict(input);
  c.cases = input.word();
  c.story = {input.text(), input.text(), input.text(), input.text()};
  return c;
}

ExerciseResult invent_exercise(Input& input) {
  ExerciseResult e;
  e.slug = "tp1.softmax";
  e.title = "Softmax";
  e.file = "tp1/softmax.cpp";
  e.notes = "softmax";
  e.verdict = invent_verdict(input);
  e.points = input.word() % 401;
  e.out_of = 400;
  e.message = input.text(/*long_one=*/true);
  e.advice = input.text();
  e.printed = input.text(/*long_one=*/true);
  for (int n = input.byte() % 4; n > 0; --n) e.checks.push_back(invent_check(input));
  if (input.byte() % 2 != 0)
    e.finding = {"tp1.softmax.no_shift", "The logits are not shifted.", ""};
  return e;
}

MnistResult invent_mnist(Input& input) {
  MnistResult m;
  m.slug = "tp1.mnist";
  m.title = "MNIST, linear";
  m.verdict = invent_verdict(input);
  m.message = input.text(/*long_one=*/true);
  m.data = input.text();
  m.threshold = input.number();
  for (int n = input.byte() % 4; n > 0; --n) m.accuracies.push_back(input.number());
  return m;
}

Results invent(Input& input) {
  Results results;
  results.remarks = {input.text()};
  LabResult lab;
  lab.name = "tp1";
  lab.title = "A linear classifier";
  for (int n = input.byte() % 4; n > 0; --n) lab.exercises.push_back(invent_exercise(input));
  if (input.byte() % 2 != 0) lab.mnist = invent_mnist(input);
  results.labs = {lab};
  return results;
}

void require_told(const json& told, const std::string& text) {
  require(told == report::visible(text), "results.json says what was said");
  require_harmless(told.get<std::string>());
}

void require_told(const json& told, const CheckResult& c) {
  require(told.at("verdict") == std::string(name(c.verdict)), "the verdict is told");
  require(told.contains("failure") == (c.verdict != Verdict::kPassed), "failures are told");
  if (!told.contains("failure")) return;
  require_told(told.at("failure").at("input"), c.story.input);
  require_told(told.at("failure").at("expected"), c.story.expected);
  require_told(told.at("failure").at("got"), c.story.got);
  require_told(told.at("failure").at("why"), c.story.why);
}

void require_told(const json& told, const ExerciseResult& e) {
  require(told.at("points") == e.points / 100.0, "the points are told");
  require_told(told.at("message"), e.message);
  require_told(told.at("advice"), e.advice);
  require_told(told.at("printed"), e.printed);
  require(told.at("checks").size() == e.checks.size(), "every check is told of");
  for (std::size_t i = 0; i < e.checks.size(); ++i) require_told(told.at("checks")[i], e.checks[i]);
}

/// JSON has no word for NaN and infinity: they are told as null, which nobody can read back; so is
/// what is too large or too small to be rounded to six digits. No accuracy is any of these.
bool has_only_numbers(const LabResult& lab) {
  const auto is_plain = [](double a) {
    return a == 0.0 || (std::abs(a) > 1e-100 && std::abs(a) < 1e100);
  };
  if (!lab.mnist) return true;
  const auto& all = lab.mnist->accuracies;
  return is_plain(lab.mnist->threshold) && std::all_of(all.begin(), all.end(), is_plain);
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  const report::Style style{false, input.byte() % 2 != 0};
  const Results results = invent(input);

  const std::string text = report::json(results);
  const json told = json::parse(text, nullptr, /*allow_exceptions=*/false);
  require(told.is_object(), "results.json is JSON");
  require_told(told.at("remarks").at(0), results.remarks.front());
  const LabResult& lab = results.labs.front();
  const json& told_lab = told.at("labs").at(0);
  require(told_lab.at("exercises").size() == lab.exercises.size(), "every exercise is told of");
  for (std::size_t i = 0; i < lab.exercises.size(); ++i) {
    require_told(told_lab.at("exercises")[i], lab.exercises[i]);
  }
  require(told_lab.at("mnist").is_object() == lab.mnist.has_value(), "MNIST is told of");
  if (lab.mnist) {
    require_told(told_lab.at("mnist").at("message"), lab.mnist->message);
    require_told(told_lab.at("mnist").at("data"), lab.mnist->data);
  }
  require_harmless(report::terminal(results, style));
  if (!has_only_numbers(lab)) return;
  // Text that escapes have made longer than the limit is cut when it is read, but not again.
  const std::string again = report::json(report::read_results(text));
  require(report::json(report::read_results(again)) == again, "what is read is what was written");
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  const std::string check = "\0\1\5\0"s + "\5x = 1\5y = 2\3nan\0"s;
  const std::string wrong = "\1\x32\0\0\0\7warning\6\0hello\n"s + "\2"s + check + check;
  const std::string did_not_build = "\3\0\0\x0c\0no\n\nerror: \xff\0\0\0\0"s;
  const std::string mnist = "\1\1\3\0low\5MNIST\x3f\xed\0\0\0\0\0\0\1\x3f\xe0\0\0\0\0\0\0"s;
  // Longer than what is shown, and cut inside of a character.
  const std::string printed = "\4\0\0\0\0\0\xa2\x0f"s + std::string(3999, 'x') + "\u20ac\0\0"s;
  return {"\1\6remark\1"s + wrong + "\1\0"s,
          "\0\0\2"s + wrong + "\0"s + did_not_build + "\0"s + mnist,
          "\0\4\x1b[2J\0\1"s + mnist.substr(1), "\0\0\1"s + printed};
}

}  // namespace gradus::fuzz
