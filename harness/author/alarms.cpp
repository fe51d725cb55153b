#include "author/alarms.hpp"

#include <memory>

#include "author/stage.hpp"
#include "check/check.hpp"
#include "mistakes/bank.hpp"
#include "specs/specs.hpp"

namespace gradus::author {

Alarms count_alarms(const Exercise& exercise, const toolchain::Recipe& recipe, long gradings) {
  Alarms found;
  found.slug = exercise.slug;
  const Stage stage(exercise, recipe.sanitized);
  std::vector<std::string> names = {std::string(mistakes::kSolution)};
  for (const mistakes::Variant& v : mistakes::variants_of(exercise.slug)) {
    names.emplace_back(v.name);
  }
  for (; found.gradings < gradings; ++found.gradings) {
    const std::string& name = names[static_cast<std::size_t>(found.gradings) % names.size()];
    const auto seed = static_cast<std::uint64_t>(found.gradings + 1);
    const auto subject = stage.play(recipe.bank.at("variants." + found.slug), name);
    for (const check::Check& c : specs::spec_of(found.slug).checks) {
      const check::Result result = check::run(c, found.slug, *subject, seed);
      found.inputs += result.cases;
      if (c.kind == check::Kind::kGradient) found.gradients += result.cases;
      if (result.verdict == Verdict::kPassed) continue;
      found.alarms.push_back(found.slug + "." + std::string(c.idea) + ", version " + name +
                             ", seed " + std::to_string(seed) + ":\n" + result.story.input + "\n" +
                             result.story.got);
    }
  }
  return found;
}

}  // namespace gradus::author
