#include "app/standing.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "sandbox/verdict.hpp"

namespace gradus::app {
namespace {

using nlohmann::json;

/// More than an exercise will ever be worth; the sum over all labs still fits.
constexpr Points kMostPoints = 100'000;

bool is_verdict(const std::string& text) {
  constexpr std::array kAll = {Verdict::kPassed,      Verdict::kWrong,    Verdict::kNotStarted,
                               Verdict::kDidNotBuild, Verdict::kCrashed,  Verdict::kTimedOut,
                               Verdict::kOutOfMemory, Verdict::kBadReply, Verdict::kUnfinished,
                               Verdict::kHarnessError};
  return std::any_of(kAll.begin(), kAll.end(), [&](Verdict v) { return text == name(v); });
}

/// Looks at every type before it reads: nlohmann's value() throws at another one.
std::optional<Standing> standing(const json& entry) {
  const auto verdict = entry.find("verdict");
  const auto points = entry.find("points");
  const auto hash = entry.find("file_hash");
  if (verdict == entry.end() || !verdict->is_string() || points == entry.end() ||
      !points->is_number_integer() || hash == entry.end() || !hash->is_string()) {
    return std::nullopt;
  }
  Standing s{verdict->get<std::string>(), 0, hash->get<std::string>()};
  const auto wide = points->get<std::int64_t>();
  if (!is_verdict(s.verdict) || wide < 0 || wide > kMostPoints) return std::nullopt;
  s.points = static_cast<Points>(wide);
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
    all[slug] = {{"verdict", s.verdict}, {"points", s.points}, {"file_hash", s.file_hash}};
  }
  return all.dump(2) + "\n";
}

}  // namespace gradus::app
