#include "author/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

namespace gradus::author {

using Kind = VersionReport::Kind;

NLOHMANN_JSON_SERIALIZE_ENUM(VersionReport::Kind, {{Kind::kSolution, "solution"},
                                                   {Kind::kStub, "stub"},
                                                   {Kind::kVariant, "variant"},
                                                   {Kind::kMistake, "mistake"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(VersionReport, kind, name, first_failure, verdict, story,
                                   expected, diagnosed, taken_for)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CheckReport, idea, seconds, margin, margin_of)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Report, slug, versions, checks, seconds)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Row, build, report)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Alarms, slug, gradings, inputs, gradients, alarms)

namespace {

/// What the mistakes of some exercises came to.
struct Tally {
  int mistakes = 0;
  int caught = 0;
  int diagnosed = 0;
  int confused = 0;
  long pairs = 0;
  int right = 0;  ///< solution, stub and variants that are as they must be
  int right_of = 0;
  CheckReport worst;
  double seconds = 0.0;

  void add(const Report& report) {
    long wrong = 0;
    for (const VersionReport& v : report.versions) {
      if (v.kind != Kind::kMistake) {
        right += v.as_it_must() ? 1 : 0;
        ++right_of;
        continue;
      }
      ++wrong;
      caught += v.first_failure == v.expected ? 1 : 0;
      diagnosed += v.diagnosed ? 1 : 0;
      confused += static_cast<int>(v.taken_for.size());
    }
    mistakes += static_cast<int>(wrong);
    pairs += wrong * (wrong - 1);
    for (const CheckReport& c : report.checks) {
      if (c.margin > worst.margin) worst = c;
    }
    seconds += report.seconds;
  }
};

std::string line(const std::string& name, const Tally& t) {
  std::array<char, 240> text{};
  std::snprintf(text.data(), text.size(),
                "%-22s %5d %7d %10d %8d of %-7ld %5d of %-4d %7.3f  %-32s %6.1f s\n", name.c_str(),
                t.mistakes, t.caught, t.diagnosed, t.confused, t.pairs, t.right, t.right_of,
                t.worst.margin, (t.worst.idea + ", " + t.worst.margin_of).c_str(), t.seconds);
  return text.data();
}

/// Of one exercise: each check, how long it takes, and how much room its tolerance leaves.
std::string check_lines(const Report& report) {
  std::string out;
  for (const CheckReport& c : report.checks) {
    std::array<char, 160> text{};
    std::snprintf(text.data(), text.size(), "  %-20s %7.0f ms   worst error / tolerance %.3f%s%s\n",
                  c.idea.c_str(), 1000.0 * c.seconds, c.margin, c.margin > 0.0 ? "  " : "",
                  c.margin_of.c_str());
    out += text.data();
  }
  return out;
}

std::string problem(const Row& row, const VersionReport& v) {
  const std::string name =
      row.report.slug + " " + v.name + (row.build.empty() ? "" : " (" + row.build + ")") + ": ";
  std::string text;
  if (v.kind == Kind::kStub) {
    text = name + "the stub is judged '" + std::string(gradus::name(v.verdict)) + "'\n";
  } else if (v.first_failure != v.expected) {
    text = name + (v.first_failure.empty() ? "no check" : "'" + v.first_failure + "'") + " fails" +
           (v.expected.empty() ? "" : ", where '" + v.expected + "' must fail first") + "\n";
    if (!v.story.empty()) text += "    " + v.story + "\n";
  }
  for (const std::string& other : v.taken_for) {
    text.append(name).append("answers as '").append(other).append("' does\n");
  }
  return text;
}

}  // namespace

std::string to_json(const std::vector<Row>& rows) {
  return nlohmann::json(rows).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::vector<Row> rows_from_json(const std::string& text) {
  return nlohmann::json::parse(text).get<std::vector<Row>>();
}

std::string to_json(const Alarms& alarms) {
  return nlohmann::json(alarms).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) +
         "\n";
}

Alarms alarms_from_json(const std::string& text) {
  return nlohmann::json::parse(text).get<Alarms>();
}

std::string table(const std::vector<Alarms>& counts) {
  std::string out = "exercise              gradings      inputs   gradient checks  false alarms\n";
  Alarms total;
  total.slug = "total";
  const auto add_line = [&out](const Alarms& a) {
    std::array<char, 120> text{};
    std::snprintf(text.data(), text.size(), "%-20s %9ld %11ld %17ld %13zu\n", a.slug.c_str(),
                  a.gradings, a.inputs, a.gradients, a.alarms.size());
    out += text.data();
  };
  for (const Alarms& a : counts) {
    add_line(a);
    total.gradings = std::max(total.gradings, a.gradings);
    total.inputs += a.inputs;
    total.gradients += a.gradients;
    total.alarms.insert(total.alarms.end(), a.alarms.begin(), a.alarms.end());
  }
  add_line(total);
  for (const std::string& alarm : total.alarms) out += "\n" + alarm + "\n";
  return out;
}

std::string table(const std::vector<Row>& rows) {
  std::string out =
      "exercise            mistakes  caught  diagnosed  confused pairs  right versions  worst "
      "error "
      "/ tolerance                    time\n";
  Tally total;
  std::map<std::string, Tally> builds;
  std::string problems;
  std::string undiagnosed;
  std::string details;
  int n_exercises = 0;
  for (const Row& row : rows) {
    for (const VersionReport& v : row.report.versions) {
      if (!v.as_it_must()) problems += problem(row, v);
      if (v.kind == Kind::kMistake && !v.diagnosed) {
        undiagnosed += " " + row.report.slug + "." + v.name;
      }
    }
    if (!row.build.empty()) {
      builds[row.build].add(row.report);
      continue;
    }
    Tally own;
    own.add(row.report);
    total.add(row.report);
    out += line(row.report.slug, own);
    details += check_lines(row.report);
    ++n_exercises;
  }
  if (n_exercises == 1) {
    out += "\nits checks, on the solution\n" + details;
  } else {
    out += line("total", total);
  }
  if (!builds.empty()) out += "\nright versions in other builds\n";
  for (const auto& [build, tally] : builds) {
    std::array<char, 200> text{};
    std::snprintf(text.data(), text.size(), "  %-40s %5d of %-4d  worst %.3f (%s)\n", build.c_str(),
                  tally.right, tally.right_of, tally.worst.margin,
                  (tally.worst.idea + ", " + tally.worst.margin_of).c_str());
    out += text.data();
  }
  if (!undiagnosed.empty()) out += "\ncaught, but not recognised:" + undiagnosed + "\n";
  if (!problems.empty()) out += "\nnot as it must be\n" + problems;
  return out;
}

bool proven(const std::vector<Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const Row& row) {
    return std::all_of(row.report.versions.begin(), row.report.versions.end(),
                       [](const VersionReport& v) { return v.as_it_must(); });
  });
}

}  // namespace gradus::author
