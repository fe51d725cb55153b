#include "app/state.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/project.hpp"
#include "mnist/sha256.hpp"
#include "report/json.hpp"

namespace gradus::app {
namespace {

std::filesystem::path state_file() { return state_folder() / "state.json"; }

}  // namespace

State load_state() {
  std::ifstream in(state_file());
  const auto json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
  State state;
  if (!json.is_object()) return state;
  for (const auto& [slug, entry] : json.items()) {
    if (!entry.is_object()) continue;
    state[slug] = {entry.value("verdict", ""), entry.value("points", 0),
                   entry.value("file_hash", "")};
  }
  return state;
}

void save_state(const Results& results) {
  State state = load_state();
  for (const LabResult& lab : results.labs) {
    for (const ExerciseResult& e : lab.exercises) {
      state[e.slug] = {std::string(name(e.verdict)), e.points, hash_of_file(e.file)};
    }
  }
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const auto& [slug, s] : state) {
    json[slug] = {{"verdict", s.verdict}, {"points", s.points}, {"file_hash", s.file_hash}};
  }
  std::filesystem::create_directories(state_folder());
  report::write_atomically(state_file(), json.dump(2) + "\n");
}

std::string hash_of_file(const std::string& file) {
  std::ifstream in(labs_folder() / file, std::ios::binary);
  if (!in) return {};
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return mnist::sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace gradus::app
