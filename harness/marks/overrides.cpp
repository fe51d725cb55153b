#include "marks/overrides.hpp"

namespace gradus::marks {
namespace {

/// Refuses two lines of which one would undo the other.
class Decisions {
 public:
  void decide(const std::string& student, const std::string& what, const LedgerLine& line) {
    for (const auto& [key, where] : decided_) {
      const bool meets = key.first == student || key.first.empty() || student.empty();
      if (key.second != what || !meets) continue;
      std::string problem = "the mark of ";
      problem.append(what).append(" was decided before (").append(where);
      line.object(problem + "). One of the two lines would have no effect: remove one");
    }
    decided_.emplace(Key{student, what}, line.where());
  }

 private:
  std::map<Key, std::string> decided_;
};

}  // namespace

OverrideLedger parse_overrides(const std::string& text, const std::string& name,
                               const std::vector<std::string>& students) {
  OverrideLedger ledger;
  Decisions decisions;
  each_line(name, text, [&](LedgerLine& line) {
    const std::string student = line.accept("everybody") ? "" : line.student(students);
    const std::string what = line.lab_or_part();
    if (line.accept("excused")) {
      if (find_lab(what) == nullptr) line.object("only a whole lab can be excused");
      ledger.excuses[{student, what}] = line.reason();
      decisions.decide(student, what, line);
    } else if (line.accept("=")) {
      Setting& setting = ledger.settings[{student, what}];
      setting.to = line.amount();
      setting.reason = line.reason();
      decisions.decide(student, what, line);
    } else {
      const Points by = line.change();
      ledger.adjustments.push_back({student, what, by, line.reason()});
    }
  });
  return ledger;
}

}  // namespace gradus::marks
