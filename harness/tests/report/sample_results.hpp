#pragma once

#include <array>
#include <string>
#include <utility>

#include "score/results.hpp"

namespace gradus::test {

/// Text that tries to do harm wherever it is shown.
inline constexpr const char* kHostile =
    "\x1b[2J\x1b]0;owned\x07 forged\r\x08 \u202eevil\u2066 \xff\xfe \xc3( \x7f \u009b31m \u200b "
    "end";

inline CheckResult check_with(std::string slug, check::Kind kind, Verdict verdict) {
  CheckResult c;
  c.slug = std::move(slug);
  c.claim = "softmax(x)_i is exp(x_i) over the sum of all exp(x_j).";
  c.kind = kind;
  c.verdict = verdict;
  c.points = verdict == Verdict::kPassed ? 125 : 0;
  c.out_of = 125;
  c.cases = 100;
  if (verdict != Verdict::kPassed) {
    c.story = {.input = std::string("logits = [0, 710]\n") + kHostile,
               .expected = "softmax(logits) = [0, 1]",
               .got = std::string("softmax(logits) = [nan, nan] ") + kHostile,
               .why =
                   "exp(x) overflows for x above 709.78. Which shift of the logits keeps every "
                   "exponent at or below 0, and leaves one of them at 0?"};
  }
  return c;
}

inline ExerciseResult exercise_with(Verdict verdict) {
  ExerciseResult e;
  e.slug = "tp1.softmax";
  e.title = "Softmax";
  e.file = "tp1/softmax.cpp";
  e.notes = "softmax";
  e.verdict = verdict;
  e.points = 125;
  e.out_of = 400;
  e.advice = std::string("tp1/softmax.cpp:3: warning: unused\n") + kHostile;
  e.printed = std::string("[  PASSED  ]\n") + kHostile;
  e.checks = {check_with("tp1.softmax.value", check::Kind::kValue, Verdict::kPassed),
              check_with("tp1.softmax.extreme", check::Kind::kRobust, verdict),
              check_with("tp1.softmax.pure", check::Kind::kRobust, Verdict::kUnfinished)};
  if (verdict == Verdict::kDidNotBuild) {
    e.message =
        "Something is declared but nowhere defined. Either tp1/softmax.cpp does not define "
        "tp1::softmax exactly as its header declares it, or it calls another function.\n\n"
        "tp1/softmax.cpp:1: error: " +
        std::string(kHostile);
  }
  return e;
}

inline constexpr std::array kVerdicts = {
    Verdict::kPassed,     Verdict::kWrong,       Verdict::kNotStarted,  Verdict::kDidNotBuild,
    Verdict::kCrashed,    Verdict::kTimedOut,    Verdict::kOutOfMemory, Verdict::kBadReply,
    Verdict::kUnfinished, Verdict::kHarnessError};

/// Results in which everything occurs that can occur.
inline Results sample_results() {
  Results r;
  r.fingerprint = {.submission = std::string(64, 'a'),
                   .harness = "0.1.0",
                   .compiler = "GNU 12.2.0",
                   .flags = "-O1",
                   .arch = "native",
                   .cpu = "some processor",
                   .isolation = "namespaces",
                   .seed = "20260914"};
  r.remarks = {std::string("Your tp1/affine.cpp differs from the given one. It was not used: given "
                           "code is always the grader's own. ") +
               kHostile};
  LabResult lab;
  lab.name = "tp1";
  lab.title = "A linear classifier, gradients by hand";
  for (const Verdict verdict : kVerdicts) {
    lab.exercises.push_back(exercise_with(verdict));
    lab.points += 125;
    lab.out_of += 400;
  }
  lab.mnist = MnistResult{.slug = "tp1.mnist",
                          .title = "MNIST, linear",
                          .verdict = Verdict::kWrong,
                          .points = 0,
                          .out_of = 200,
                          .message = kHostile,
                          .data = "the sample of MNIST",
                          .accuracies = {0.1 + 0.2, 2.0 / 3.0},
                          .threshold = 0.912};
  r.labs.push_back(lab);
  lab.name = "tp2";
  lab.mnist.reset();
  r.labs.push_back(lab);
  return r;
}

}  // namespace gradus::test
