#include "marks/late.hpp"

#include <algorithm>
#include <cstdint>

#include "report/words.hpp"

namespace gradus::marks {
namespace {

using std::chrono::seconds;

constexpr Points kWhole = 10000;  ///< 100% in hundredths of a percent

/// "10%" or "1 point".
Points price(LedgerLine& line, bool& percent) {
  const Points amount = line.amount();
  percent = line.accept("%");
  if (percent && amount > kWhole) line.object("more than 100% cannot be lost");
  if (!percent && !line.accept("point") && !line.accept("points")) line.refuse("% or points");
  return amount;
}

LatePolicy policy(LedgerLine& line) {
  LatePolicy policy;
  bool graceful = false;
  policy.per_day = price(line, policy.percent);
  line.expect("per");
  line.expect("day");
  while (line.accept(",")) {
    if (!policy.at_most && line.accept("at")) {
      line.expect("most");
      bool percent = false;
      policy.at_most = price(line, percent);
      if (percent != policy.percent) line.object("both amounts must be in %, or both in points");
    } else if (!graceful && line.accept("grace")) {
      policy.grace = line.duration();
      graceful = true;
    } else {
      line.refuse("\"at most\" or \"grace\", each once");
    }
  }
  return policy;
}

/// Where each fact was said, so that none is said twice.
class Said {
 public:
  void once(const std::string& fact, const LedgerLine& line) {
    const auto [first, is_new] = said_.emplace(fact, line.where());
    if (!is_new) line.object("this was said before (" + first->second + "): remove one of them");
  }

 private:
  std::map<std::string, std::string> said_;
};

std::string amount_text(const LatePolicy& policy, Points amount) {
  if (policy.percent) return report::points_text(amount) + "%";
  return report::points_text(amount) + (amount == 100 ? " point" : " points");
}

/// Days that count, each of them from its first second.
std::int64_t begun_days(seconds late) {
  constexpr seconds kDay{86400};
  return late.count() <= 0 ? 0 : (late.count() + kDay.count() - 1) / kDay.count();
}

}  // namespace

LateLedger parse_late(const std::string& text, const std::string& name,
                      const std::vector<std::string>& students) {
  LateLedger ledger;
  Said said;
  std::vector<std::pair<std::string, LedgerLine>> late_lines;
  each_line(name, text, [&](LedgerLine& line) {
    if (line.accept("policy")) {
      const std::string lab(line.lab().name);
      said.once("policy " + lab, line);
      ledger.policies[lab] = policy(line);
      return;
    }
    const bool extension = line.accept("extension");
    if (!extension && !line.accept("late")) {
      line.refuse("a line that begins with policy, late or extension");
    }
    const std::string student = line.student(students);
    const std::string lab(line.lab().name);
    std::string fact = extension ? "extension " : "late ";
    fact.append(student).append(" ").append(lab);
    said.once(fact, line);
    Lateness& lateness = ledger.lateness[{student, lab}];
    (extension ? lateness.extension : lateness.told) = line.duration();
    if (extension) {
      lateness.reason = line.reason();
    } else {
      late_lines.emplace_back(lab, line);
    }
  });
  for (const auto& [lab, line] : late_lines) {
    if (ledger.policies.count(lab) > 0) continue;
    std::string problem = "what lateness costs in ";
    problem.append(lab).append(" is not said. Add a line such as\n  policy ").append(lab);
    line.object(problem + " 10% per day, at most 50%");
  }
  return ledger;
}

std::optional<Penalty> penalty(const LateLedger& ledger, const Key& who, Points so_far) {
  const auto found = ledger.lateness.find(who);
  if (found == ledger.lateness.end() || found->second.told.count() == 0) return std::nullopt;
  const Lateness& late = found->second;
  const LatePolicy& policy = ledger.policies.at(who.second);

  Penalty penalty;
  penalty.says = "late by " + duration_text(late.told);
  if (late.extension.count() > 0) {
    penalty.says +=
        ", less the extension of " + duration_text(late.extension) + " (" + late.reason + ")";
  }
  const seconds left = late.told - late.extension;
  const std::int64_t days = begun_days(left - policy.grace);
  if (days == 0) {
    penalty.says += left.count() <= 0 ? ": on time"
                                      : ": within the grace time of " + duration_text(policy.grace);
    return penalty;
  }
  std::int64_t amount = days * policy.per_day;
  penalty.says += ": " + std::to_string(days) + (days == 1 ? " begun day" : " begun days") +
                  " of " + amount_text(policy, policy.per_day);
  if (policy.at_most && amount > *policy.at_most) {
    amount = *policy.at_most;
    penalty.says += ", at most " + amount_text(policy, *policy.at_most);
  }
  const std::int64_t whole = std::max(so_far, 0);
  if (policy.percent) {
    penalty.says += ", of " + report::points_text(std::max(so_far, 0)) + " points";
    amount = whole * std::min<std::int64_t>(amount, kWhole) / kWhole;
  }
  penalty.cost = static_cast<Points>(std::min(amount, whole));
  return penalty;
}

}  // namespace gradus::marks
