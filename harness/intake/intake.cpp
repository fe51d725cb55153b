#include "intake/intake.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "intake/names.hpp"
#include "intake/refusal.hpp"
#include "intake/source.hpp"
#include "roster/columns.hpp"

namespace gradus::intake {
namespace {

constexpr std::string_view kSafe =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@+-";
constexpr std::size_t kMaxId = 64;

std::string id_of_label(std::string_view label) {
  std::string id;
  for (const char c : label) {
    if (kSafe.find(c) != std::string_view::npos) {
      id += c;
    } else if (!id.ends_with('_')) {
      id += '_';
    }
  }
  id.erase(0, std::min(id.find_first_not_of(".-"), id.size()));
  id.resize(std::min(id.size(), kMaxId));
  return id.empty() ? "_" : id;
}

/// An upload and the student whose it is taken to be.
struct Claim {
  Upload upload;
  roster::Student student;
  std::string by;
  bool is_assigned = false;
};

Origin origin_of(const Upload& upload) { return {upload.owner.label, upload.source, upload.names}; }

Aside aside(const Upload& upload, const std::string& student, const std::string& reason) {
  return {origin_of(upload), student, {}, reason};
}

class Taker {
 public:
  explicit Taker(const Order& order) : order_(order) {}

  Intake run() {
    out_.has_roster = order_.roster != nullptr;
    if (out_.has_roster) {
      out_.roster = order_.roster->students();
      out_.roster_remarks = order_.roster->remarks();
    }
    out_.labs = order_.wanted.labs;
    read_all();
    note_unused_assignments();
    for (auto& [id, claims] : claims_) decide(claims);
    note_students_without();
    sort();
    return std::move(out_);
  }

 private:
  void read_all() {
    for (const std::filesystem::path& path : order_.sources) {
      order_.step("reading " + label_of(path.string()));
      Source source = read_source(path);
      out_.loose.insert(out_.loose.end(), source.loose.begin(), source.loose.end());
      for (Upload& upload : source.uploads) claim(std::move(upload));
    }
  }

  void claim(Upload upload) {
    const roster::Owner& owner = upload.owner;
    const auto assigned = assignment_for(upload);
    if (assigned != order_.assignments.end()) {
      used_.insert(assigned->first);
      if (assigned->second == "-") {
        out_.left_out.push_back(aside(upload, "", "--assign leaves it out"));
      } else {
        add({std::move(upload), student_named(assigned->second, owner), "--assign", true});
      }
    } else if (order_.roster == nullptr) {
      roster::Student student = student_of(owner);
      student.id = id_of_label(owner.label);
      add({std::move(upload), std::move(student), "label", false});
    } else if (const roster::Match match = order_.roster->match(owner); match.student != nullptr) {
      add({std::move(upload), *match.student, match.by, false});
    } else {
      Aside nobodys = aside(upload, "", upload.refused);
      for (const roster::Student* student : match.candidates) {
        nobodys.candidates.push_back(student->id);
      }
      out_.unknown.push_back(std::move(nobodys));
    }
  }

  /// Two sources may have uploads of one label; the source's name tells them apart.
  [[nodiscard]] Assignments::const_iterator assignment_for(const Upload& upload) const {
    const auto exact = order_.assignments.find(upload.source + "/" + upload.owner.label);
    return exact != order_.assignments.end() ? exact : order_.assignments.find(upload.owner.label);
  }

  void add(Claim claim) { claims_[lower(claim.student.id)].push_back(std::move(claim)); }

  static roster::Student student_of(const roster::Owner& owner) {
    return {{},           owner.name,      owner.email,     owner.login,
            owner.number, owner.canvas_id, owner.moodle_id, {}};
  }

  [[nodiscard]] roster::Student student_named(const std::string& id,
                                              const roster::Owner& owner) const {
    if (order_.roster == nullptr) {
      if (!roster::is_valid_id(id)) {
        throw IntakeError("--assign gives " + owner.label + " to " + label_of(id) +
                          ", which cannot be the name of a folder: up to 64 letters, digits and "
                          "._@+-, not beginning with . or -");
      }
      roster::Student student = student_of(owner);
      student.id = id;
      return student;
    }
    const roster::Student* student = order_.roster->find(id);
    if (student == nullptr) {
      throw IntakeError("--assign gives " + owner.label + " to " + label_of(id) +
                        ", but the roster has no student of that id");
    }
    return *student;
  }

  /// One upload for one student, or none.
  void decide(std::vector<Claim>& claims) {
    const std::optional<std::size_t> winner = winner_of(claims);
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i];
      if (i == winner) {
        take(claim);
      } else if (winner) {
        const Claim& taken = claims[*winner];
        const bool by_order = taken.is_assigned == claim.is_assigned;
        out_.left_out.push_back(aside(claim.upload, claim.student.id,
                                      taken.upload.owner.label + " counts: " +
                                          (by_order ? "it came later" : "--assign says so")));
      } else {
        out_.conflicts.push_back(aside(claim.upload, claim.student.id, claim.upload.refused));
      }
    }
  }

  /// What the instructor assigned goes before what was matched; then the later upload counts, if
  /// the platform says of all of them when they came.
  static std::optional<std::size_t> winner_of(const std::vector<Claim>& claims) {
    const auto order = [&](std::size_t i) { return claims[i].upload.order; };
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (claims[i].is_assigned) best.push_back(i);
    }
    if (best.empty()) {
      best.resize(claims.size());
      std::iota(best.begin(), best.end(), std::size_t{0});
    }
    std::sort(best.begin(), best.end(),
              [&](std::size_t a, std::size_t b) { return order(a) > order(b); });
    if (best.size() == 1) return best[0];
    if (order(best.back()) > 0 && order(best[0]) > order(best[1])) return best[0];
    return std::nullopt;
  }

  void take(const Claim& claim) {
    if (!claim.upload.refused.empty()) {
      out_.refused.push_back(aside(claim.upload, claim.student.id, claim.upload.refused));
      return;
    }
    try {
      out_.hand_ins.push_back({claim.student, origin_of(claim.upload), claim.by,
                               claim.upload.commit, place(claim.upload, order_.wanted)});
    } catch (const Refusal& why) {
      out_.refused.push_back(aside(claim.upload, claim.student.id, why.what()));
    }
  }

  /// A label with a slip in it must not be passed over.
  void note_unused_assignments() {
    for (const auto& [label, id] : order_.assignments) {
      if (!used_.contains(label)) out_.unused.push_back(label_of(label));
    }
  }

  void note_students_without() {
    if (order_.roster == nullptr) return;
    for (const roster::Student& student : order_.roster->students()) {
      if (!claims_.contains(lower(student.id))) out_.without_upload.push_back(student);
    }
  }

  void sort() {
    const auto by_label = [](const Aside& a, const Aside& b) {
      return std::tie(a.student, a.origin.label, a.origin.source, a.origin.names) <
             std::tie(b.student, b.origin.label, b.origin.source, b.origin.names);
    };
    for (auto* list : {&out_.unknown, &out_.conflicts, &out_.refused, &out_.left_out}) {
      std::sort(list->begin(), list->end(), by_label);
    }
    std::sort(out_.hand_ins.begin(), out_.hand_ins.end(),
              [](const HandIn& a, const HandIn& b) { return a.student.id < b.student.id; });
    std::sort(out_.without_upload.begin(), out_.without_upload.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    std::sort(out_.loose.begin(), out_.loose.end());
  }

  const Order& order_;
  Intake out_;
  std::map<std::string, std::vector<Claim>> claims_;  ///< by id, in small letters
  std::set<std::string> used_;                        ///< labels of --assign
};

}  // namespace

bool Intake::is_complete() const {
  const bool all_right = std::all_of(hand_ins.begin(), hand_ins.end(), [](const HandIn& h) {
    return h.placement.missing.empty() && h.placement.problems.empty();
  });
  return all_right && unknown.empty() && conflicts.empty() && refused.empty() &&
         without_upload.empty() && loose.empty() && unused.empty();
}

Intake take_in(const Order& order) { return Taker(order).run(); }

}  // namespace gradus::intake
