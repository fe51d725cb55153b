#include "loop/overview.hpp"

#include <algorithm>

#include "report/story.hpp"
#include "report/words.hpp"

namespace gradus::loop {
namespace {

using report::points_text;
using report::Style;

constexpr int kBarWidth = 30;

std::string bar(Points points, Points out_of, const Style& style) {
  // A lab that lacks a hundredth of a point is not yet full.
  const int full = static_cast<int>(std::int64_t{points} * kBarWidth / std::max(out_of, 1));
  std::string done;
  std::string left;
  for (int i = 0; i < kBarWidth; ++i) {
    if (i < full) {
      done += style.unicode ? "\u2588" : "#";
    } else {
      left += style.unicode ? "\u2591" : ".";
    }
  }
  return style.green(done) + style.dim(left);
}

std::string line(std::string_view slug, const Standing& standing, Points out_of,
                 const std::string& remark, const Style& style) {
  const Verdict verdict = standing.verdict.value_or(Verdict::kNotStarted);
  return report::score_line(report::mark(verdict, style), slug,
                            standing.verdict ? points_text(standing.points) : "-", out_of, remark);
}

std::string remark(const Exercise& e, const Standing& standing, const Changed& changed) {
  if (!standing.verdict) return "not checked yet";
  const bool full = *standing.verdict == Verdict::kPassed && standing.points == e.points;
  std::string words(full ? "" : report::words(*standing.verdict));
  if (changed(e, standing)) words += full ? "changed since" : ", changed since";
  return words;
}

std::string command(const std::string& words, const std::string& what, const Style& style) {
  return "  " + report::pad(words, 44) + style.dim(what) + "\n";
}

}  // namespace

std::string next_step(const Exercise* exercise, const Style& style) {
  if (exercise == nullptr) {
    return style.bold("Everything is solved.") + "\n" +
           command("./gradus train tp2", "watch your own network learn", style) +
           command("./gradus submit", "judge it, MNIST too, and pack it", style);
  }
  const std::string slug(exercise->slug);
  const std::string title(exercise->title);
  return report::wrap("Next: " + title + ". Write " + std::string(exercise->function) +
                          " in labs/" + std::string(exercise->file) + ".",
                      "", "") +
         command("./gradus check " + slug + " --watch", "judges every save", style) +
         command("./gradus hint " + slug, "one hint at a time", style) +
         command("./gradus notes " + slug, "read about it", style);
}

std::string overview(const State& state, const Changed& changed, const Style& style) {
  std::string out;
  for (const Lab& lab : catalogue()) {
    out += "\n" + style.bold(std::string(lab.name) + "  " + std::string(lab.title)) + "\n";
    Points points = 0;
    for (const Exercise& e : lab.exercises) {
      const Standing standing = standing_of(e.slug, state);
      points += standing.points;
      out += line(e.slug, standing, e.points, remark(e, standing, changed), style);
    }
    const Standing mnist = standing_of(lab.mnist.slug, state);
    points += mnist.points;
    out += line(lab.mnist.slug, mnist, lab.mnist.points,
                mnist.points == lab.mnist.points ? "" : "./gradus submit " + std::string(lab.name),
                style);
    out += "  " + bar(points, lab.points(), style) + "  " + points_text(points) + " / " +
           points_text(lab.points()) + "\n";
  }
  return out + "\n" + next_step(next_exercise(state), style);
}

}  // namespace gradus::loop
