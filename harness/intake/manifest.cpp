#include "intake/manifest.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "intake/refusal.hpp"
#include "intake/report.hpp"

namespace gradus::intake {
namespace {

using nlohmann::json;

roster::Student student(const json& j) {
  roster::Student s;
  j.at("id").get_to(s.id);
  j.at("name").get_to(s.name);
  j.at("email").get_to(s.email);
  j.at("login").get_to(s.login);
  j.at("number").get_to(s.number);
  j.at("canvas_id").get_to(s.canvas_id);
  j.at("moodle_id").get_to(s.moodle_id);
  j.at("section").get_to(s.section);
  return s;
}

Manifest manifest(const json& all) {
  if (all.at("schema") != kFormat) {
    throw std::runtime_error("it is " + all.at("schema").dump() + ", not " + kFormat);
  }
  Manifest m;
  for (const json& j : all.at(all.at("has_roster").get<bool>() ? "roster" : "students")) {
    m.students.push_back(student(j));
  }
  for (const json& hand_in : all.at("students")) {
    hand_in.at("problems").get_to(m.problems[hand_in.at("id").get<std::string>()]);
  }
  for (const char* list : {"conflicts", "refused"}) {
    for (const json& aside : all.at(list)) {
      m.problems[aside.at("student").get<std::string>()].push_back(
          "An upload was not taken: " + aside.at("reason").get<std::string>());
    }
  }
  return m;
}

}  // namespace

std::optional<Manifest> read_manifest(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "intake.json";
  std::ifstream in(file);
  if (!in) return std::nullopt;
  try {
    return manifest(json::parse(in));
  } catch (const std::exception& e) {
    throw IntakeError(file.string() + " is not what gradus intake writes: " + e.what());
  }
}

}  // namespace gradus::intake
