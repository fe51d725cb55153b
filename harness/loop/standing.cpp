#include "loop/standing.hpp"

#include <nlohmann/json.hpp>
#include <vector>

namespace gradus::loop {
namespace {

using nlohmann::json;

/// More than an exercise will ever be worth; the sum over all labs still fits.
constexpr Points kMostPoints = 100'000;

/// More hints than any exercise has.
constexpr int kMostHints = 100;

/// A whole number of [0, most]. Looks at the type before it reads: nlohmann's value() throws at
/// another one.
std::optional<int> number(const json& entry, const char* key, int most) {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_number_integer()) return std::nullopt;
  const auto wide = found->get<std::int64_t>();
  if (wide < 0 || wide > most) return std::nullopt;
  return static_cast<int>(wide);
}

std::optional<std::string> text(const json& entry, const char* key) {
  const auto found = entry.find(key);
  if (found == entry.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<Standing> standing(const json& entry) {
  Standing s;
  s.hints = number(entry, "hints", kMostHints).value_or(0);
  if (!entry.contains("verdict") && s.hints > 0) return s;
  s.verdict = verdict_named(text(entry, "verdict").value_or(""));
  const auto points = number(entry, "points", kMostPoints);
  const auto hash = text(entry, "file_hash");
  if (!s.verdict || !points || !hash) return std::nullopt;
  s.points = *points;
  s.file_hash = *hash;
  return s;
}

}  // namespace

State parse_state(const std::string& text) {
  const json all = json::parse(text, nullptr, /*allow_exceptions=*/false);
  State state;
  if (!all.is_object()) return state;
  for (const auto& [slug, entry] : all.items()) {
    if (auto s = standing(entry)) state.emplace(slug, std::move(*s));
  }
  return state;
}

std::string state_text(const State& state) {
  nlohmann::ordered_json all = nlohmann::ordered_json::object();
  for (const auto& [slug, s] : state) {
    auto& entry = all[slug] = nlohmann::ordered_json::object();
    if (s.verdict) {
      entry = {{"verdict", name(*s.verdict)}, {"points", s.points}, {"file_hash", s.file_hash}};
    }
    if (s.hints > 0) entry["hints"] = s.hints;
  }
  return all.dump(2) + "\n";
}

Standing standing_of(std::string_view slug, const State& state) {
  const auto found = state.find(slug);
  return found == state.end() ? Standing{} : found->second;
}

const Exercise* next_exercise(const State& state, const Exercise* after) {
  std::vector<const Exercise*> open;
  std::size_t start = 0;
  for (const Lab& lab : catalogue()) {
    for (const Exercise& e : lab.exercises) {
      if (&e == after) {
        start = open.size();
      } else if (standing_of(e.slug, state).points < e.points) {
        open.push_back(&e);
      }
    }
  }
  if (open.empty()) return nullptr;
  return open[start % open.size()];
}

}  // namespace gradus::loop
