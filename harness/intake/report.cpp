#include "intake/report.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "intake/names.hpp"
#include "mnist/sha256.hpp"

namespace gradus::intake {
namespace {

using Json = nlohmann::ordered_json;

/// Of a student's other files so many are named; a copy of the whole project has hundreds.
constexpr std::size_t kMaxUnknown = 50;

Json json_of(const Origin& origin) {
  return {{"label", origin.label}, {"source", origin.source}, {"names", origin.names}};
}

Json json_of(const roster::Student& s) {
  return {{"id", s.id},
          {"name", s.name},
          {"email", s.email},
          {"login", s.login},
          {"number", s.number},
          {"canvas_id", s.canvas_id},
          {"moodle_id", s.moodle_id},
          {"section", s.section}};
}

Json json_of(const Taken& taken) {
  return {{"exercise", taken.exercise->slug},
          {"file", taken.exercise->file},
          {"path", label_of(taken.path)},
          {"sha256", mnist::sha256(taken.text)}};
}

Json json_of(const Aside& a) {
  return {{"upload", json_of(a.origin)},
          {"student", a.student},
          {"candidates", a.candidates},
          {"reason", a.reason}};
}

Json json_of(const HandIn& hand_in) {
  const Placement& placement = hand_in.placement;
  Json j = json_of(hand_in.student);
  j["upload"] = json_of(hand_in.origin);
  j["matched_by"] = hand_in.by;
  j["commit"] = hand_in.commit;
  j["files"] = Json::array();
  for (const Taken& taken : placement.taken) j["files"].push_back(json_of(taken));
  j["missing"] = Json::array();
  for (const Exercise* e : placement.missing) j["missing"].push_back(e->file);
  j["problems"] = placement.problems;
  j["remarks"] = placement.remarks;
  j["unknown_files"] = Json::array();
  for (const std::string& path : placement.unknown) {
    if (j["unknown_files"].size() < kMaxUnknown) j["unknown_files"].push_back(label_of(path));
  }
  j["unknown_files_in_all"] = placement.unknown.size();
  return j;
}

template <typename T>
Json list_of(const std::vector<T>& all) {
  Json list = Json::array();
  for (const T& one : all) list.push_back(json_of(one));
  return list;
}

std::string counted(std::size_t n, const std::string& one, const std::string& several) {
  return std::to_string(n) + " " + (n == 1 ? one : several);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string shown(const Origin& origin) { return origin.label + "  (" + origin.source + ")"; }

std::string shown(const roster::Student& student) {
  return student.name.empty() ? student.id : student.id + "  " + label_of(student.name);
}

std::string counts(const Intake& intake) {
  std::string line = std::to_string(intake.hand_ins.size());
  if (intake.has_roster) {
    std::set<std::string> in_conflict;
    for (const Aside& a : intake.conflicts) in_conflict.insert(a.student);
    const std::size_t all = intake.hand_ins.size() + intake.refused.size() + in_conflict.size() +
                            intake.without_upload.size();
    line += " of " + counted(all, "student", "students") + " matched";
  } else {
    line = counted(intake.hand_ins.size(), "upload taken", "uploads taken");
  }
  std::vector<std::string> rest;
  if (intake.has_roster) {
    rest.push_back(std::to_string(intake.without_upload.size()) + " without upload");
    rest.push_back(counted(intake.unknown.size(), "upload", "uploads") + " of nobody known");
  }
  if (!intake.refused.empty()) rest.push_back(std::to_string(intake.refused.size()) + " refused");
  if (!intake.conflicts.empty()) {
    rest.push_back(std::to_string(intake.conflicts.size()) + " in conflict");
  }
  if (!intake.left_out.empty()) {
    rest.push_back(std::to_string(intake.left_out.size()) + " left out");
  }
  return line + (rest.empty() ? "" : "; " + joined(rest)) + "\n";
}

/// A headline and a line for each thing; nothing if there is none.
class Section {
 public:
  explicit Section(std::string head) : head_(std::move(head)) {}
  void add(const std::string& line) { lines_ += "  " + line + "\n"; }
  [[nodiscard]] std::string text() const {
    return lines_.empty() ? "" : "\n" + head_ + "\n" + lines_;
  }

 private:
  std::string head_;
  std::string lines_;
};

std::string unknown_section(const Intake& intake) {
  Section section(
      "Uploads of nobody known. For each, write a line LABEL = STUDENT-ID into a file and give it "
      "by\n--assign FILE; the id - leaves an upload out.");
  for (const Aside& a : intake.unknown) {
    std::string line = shown(a.origin);
    if (!a.candidates.empty()) line += "  could be: " + joined(a.candidates);
    if (!a.reason.empty()) line += "  and it is refused: " + a.reason;
    section.add(line);
  }
  return section.text();
}

std::string conflicts_section(const Intake& intake) {
  Section section(
      "Several uploads for one student, so none of them was taken. Say by --assign FILE which one "
      "counts:\na line LABEL = STUDENT-ID for that one, or LABEL = - for the others. Where two "
      "share a label, "
      "write\nSOURCE/LABEL, with the name in brackets.");
  for (const Aside& a : intake.conflicts) {
    std::string line = a.student + ": " + shown(a.origin) + "  " + joined(a.origin.names);
    if (!a.reason.empty()) line += "  and it is refused: " + a.reason;
    section.add(line);
  }
  return section.text();
}

std::string refused_section(const Intake& intake) {
  Section section("Refused, so nothing of them was taken. Ask for another upload.");
  for (const Aside& a : intake.refused) {
    section.add(a.student + ": " + shown(a.origin) + "  " + a.reason);
  }
  return section.text();
}

std::string files_sections(const Intake& intake) {
  Section problems("Files that were not taken.");
  Section missing("Missing files; their exercises will get no points.");
  for (const HandIn& h : intake.hand_ins) {
    for (const std::string& problem : h.placement.problems) {
      problems.add(h.student.id + ": " + problem);
    }
    // Where nothing was found at all, the problem says so.
    if (h.placement.taken.empty()) continue;
    std::vector<std::string> files;
    for (const Exercise* e : h.placement.missing) files.emplace_back(e->file);
    if (!files.empty()) missing.add(h.student.id + ": " + joined(files));
  }
  return problems.text() + missing.text();
}

std::string rest_sections(const Intake& intake) {
  Section without("Students without upload.");
  for (const roster::Student& student : intake.without_upload) without.add(shown(student));
  Section loose(
      "Files beside the students' folders and archives; whose they are is not known. Put each into "
      "a\nfolder with the student's name, or remove it.");
  for (const std::string& file : intake.loose) loose.add(file);
  Section unused("Labels of --assign that no upload has. Copy them from intake.txt as they stand.");
  for (const std::string& label : intake.unused) unused.add(label);
  Section left_out("Left out.");
  for (const Aside& a : intake.left_out) left_out.add(shown(a.origin) + "  " + a.reason);
  Section roster("About the roster.");
  for (const std::string& remark : intake.roster_remarks) roster.add(label_of(remark));
  return without.text() + loose.text() + unused.text() + left_out.text() + roster.text();
}

}  // namespace

std::string json(const Intake& intake) {
  Json labs = Json::array();
  for (const Lab* lab : intake.labs) labs.push_back(lab->name);
  const Json j = {{"schema", kFormat},
                  {"has_roster", intake.has_roster},
                  {"roster", list_of(intake.roster)},
                  {"labs", labs},
                  {"students", list_of(intake.hand_ins)},
                  {"without_upload", list_of(intake.without_upload)},
                  {"unknown", list_of(intake.unknown)},
                  {"conflicts", list_of(intake.conflicts)},
                  {"refused", list_of(intake.refused)},
                  {"left_out", list_of(intake.left_out)},
                  {"loose_files", intake.loose},
                  {"unused_labels", intake.unused},
                  {"roster_remarks", intake.roster_remarks}};
  return j.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text(const Intake& intake) {
  return counts(intake) + unknown_section(intake) + conflicts_section(intake) +
         refused_section(intake) + files_sections(intake) + rest_sections(intake);
}

}  // namespace gradus::intake
