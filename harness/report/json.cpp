#include "report/json.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unistd.h>

#include "report/escape.hpp"

namespace gradus::report {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// Points are hundredths inside; a reader expects 13.5.
double points(Points p) { return static_cast<double>(p) / 100.0; }

double six_digits(double x) {
  if (x == 0.0 || !std::isfinite(x)) return x;
  const double scale = std::pow(10.0, 5.0 - std::floor(std::log10(std::abs(x))));
  return std::round(x * scale) / scale;
}

ordered_json to_json(const CheckResult& c) {
  ordered_json json = {{"slug", c.slug},
                       {"claim", c.claim},
                       {"kind", check::name(c.kind)},
                       {"verdict", name(c.verdict)},
                       {"points", points(c.points)},
                       {"out_of", points(c.out_of)},
                       {"cases", c.cases}};
  if (c.verdict == Verdict::kPassed) return json;
  json["failure"] = {{"input", visible(c.story.input)},
                     {"expected", visible(c.story.expected)},
                     {"got", visible(c.story.got)},
                     {"why", visible(c.story.why)}};
  return json;
}

ordered_json to_json(const diagnosis::Finding& finding) {
  if (finding.says.empty()) return nullptr;
  return {{"mistake", finding.mistake}, {"says", finding.says}, {"notes", finding.notes}};
}

ordered_json to_json(const ExerciseResult& e) {
  ordered_json json = {{"slug", e.slug},
                       {"title", e.title},
                       {"file", e.file},
                       {"notes", e.notes},
                       {"verdict", name(e.verdict)},
                       {"points", points(e.points)},
                       {"out_of", points(e.out_of)},
                       {"message", visible(e.message)},
                       {"advice", visible(e.advice)},
                       {"printed", visible(e.printed)}};
  json["finding"] = to_json(e.finding);
  json["checks"] = ordered_json::array();
  for (const CheckResult& c : e.checks) json["checks"].push_back(to_json(c));
  return json;
}

ordered_json to_json(const MnistResult& m) {
  ordered_json json = {{"slug", m.slug},
                       {"title", m.title},
                       {"verdict", name(m.verdict)},
                       {"points", points(m.points)},
                       {"out_of", points(m.out_of)},
                       {"message", visible(m.message)},
                       {"data", visible(m.data)},
                       {"threshold", six_digits(m.threshold)}};
  json["accuracies"] = ordered_json::array();
  for (const double a : m.accuracies) json["accuracies"].push_back(six_digits(a));
  return json;
}

ordered_json to_json(const LabResult& lab) {
  ordered_json json = {{"name", lab.name},
                       {"title", lab.title},
                       {"points", points(lab.points)},
                       {"out_of", points(lab.out_of)}};
  json["exercises"] = ordered_json::array();
  for (const ExerciseResult& e : lab.exercises) json["exercises"].push_back(to_json(e));
  json["mnist"] = lab.mnist ? to_json(*lab.mnist) : ordered_json(nullptr);
  return json;
}

std::string dump(const ordered_json& json) {
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

/// \param name how the file is called in a message
void write(const fs::path& file, const std::string& text, const fs::path& name) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + name.string() + ": is the disk full?");
}

}  // namespace

std::string json(const Results& results) {
  const Fingerprint& f = results.fingerprint;
  ordered_json json = {{"schema", kResultsSchema},
                       {"points", points(results.points())},
                       {"out_of", points(results.out_of())},
                       {"usable", !results.harness_failed()},
                       {"fingerprint",
                        {{"submission", f.submission},
                         {"harness", f.harness},
                         {"compiler", f.compiler},
                         {"flags", f.flags},
                         {"arch", f.arch},
                         {"cpu", f.cpu},
                         {"isolation", f.isolation},
                         {"seed", f.seed}}}};
  json["remarks"] = ordered_json::array();
  for (const std::string& r : results.remarks) json["remarks"].push_back(visible(r));
  json["labs"] = ordered_json::array();
  for (const LabResult& lab : results.labs) json["labs"].push_back(to_json(lab));
  return dump(json);
}

std::string exercise_json(const ExerciseResult& result) { return dump(to_json(result)); }

std::string timings_json(const Results& results) {
  ordered_json json = {{"schema", "gradus-timings/1"}};
  json["seconds"] = ordered_json::object();
  for (const Timing& t : results.timings) {
    json["seconds"][t.what] = std::round(1000.0 * t.seconds) / 1000.0;
  }
  return json.dump(2) + "\n";
}

void write_atomically(const fs::path& file, const std::string& text) {
  std::error_code error;
  const fs::file_type type = fs::status(file, error).type();
  if (type == fs::file_type::directory) {
    throw std::runtime_error("cannot write " + file.string() + ": it is a folder");
  }
  // A pipe or a device such as /dev/stdout is written to, not replaced.
  if (type != fs::file_type::regular && type != fs::file_type::not_found) {
    return write(file, text, file);
  }
  // What a link points to is replaced, not the link.
  const fs::path target = type == fs::file_type::regular ? fs::canonical(file) : file;
  std::string temporary = target.string() + ".XXXXXX";
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) {
    throw std::runtime_error("cannot write " + file.string() +
                             ": its folder does not exist or is not writable");
  }
  ::close(fd);
  try {
    write(temporary, text, file);
    fs::permissions(temporary, static_cast<fs::perms>(0644));
    fs::rename(temporary, target);
  } catch (const fs::filesystem_error& e) {
    fs::remove(temporary, error);
    throw std::runtime_error("cannot write " + file.string() + ": " + e.code().message());
  } catch (...) {
    fs::remove(temporary, error);
    throw;
  }
}

}  // namespace gradus::report
