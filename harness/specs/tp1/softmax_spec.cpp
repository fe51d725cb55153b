#include <algorithm>
#include <string>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/oracle.hpp"
#include "check/tolerance.hpp"
#include "check/trial.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

Array softmax(Trial& trial, const Case& c) {
  const Shape shape = c["logits"].shape;
  return trial.call(protocol::Operation::kTp1Softmax, c, {shape})[0];
}

Generator logits(Reals kind, Index most = 16) {
  return Generator().axis('c', 1, most).reals("logits", 'c', kind);
}

void value(Trial& trial) {
  trial.for_all(logits(Reals::kOrdinary), [&](const Case& c) {
    expect_close(c, "softmax(logits)", softmax(trial, c), oracle::softmax(c["logits"]),
                 tolerance::softmax(c["logits"]));
  });
}

void sum(Trial& trial) {
  trial.for_all(logits(Reals::kOrdinary), [&](const Case& c) {
    const Array p = softmax(trial, c);
    double total = 0.0;
    for (const double x : p.values) {
      expect(x >= 0.0 && x <= 1.0 + tolerance::softmax_sum(c["logits"]), c,
             "entries between 0 and 1", "softmax(logits) = " + describe(p));
      total += x;
    }
    expect(close(total, 1.0, tolerance::softmax_sum(c["logits"])), c, "entries that add up to 1",
           "softmax(logits) = " + describe(p) + ", which adds up to " + describe(total),
           "The entries are probabilities of events of which exactly one happens.");
  });
}

void shift(Trial& trial) {
  const Generator generator =
      Generator().axis('c', 2, 16).reals("logits", 'c').reals("shift", kNoAxis, Reals::kWide);
  trial.for_all(generator, [&](const Case& c) {
    Array shifted = c["logits"];
    for (double& x : shifted.values) x += c["shift"][0];
    const Case with({{"logits", shifted, 'c'}});
    // Adding rounds: the oracle is asked about the numbers that were really sent.
    expect_close(with, "softmax(logits)", softmax(trial, with), oracle::softmax(shifted),
                 tolerance::softmax(shifted),
                 "Adding the same number (here " + describe(c["shift"][0]) +
                     ") to every logit must not change the probabilities.");
  });
}

void permutation(Trial& trial) {
  trial.for_all(logits(Reals::kOrdinary), [&](const Case& c) {
    const Array p = softmax(trial, c);
    Array reversed = c["logits"];
    std::reverse(reversed.values.begin(), reversed.values.end());
    Array expected = p;
    std::reverse(expected.values.begin(), expected.values.end());
    Array tolerance = tolerance::softmax(reversed);
    for (double& t : tolerance.values) t *= 2.0;
    const Case turned({{"logits", reversed, 'c'}});
    expect_close(turned, "softmax(logits)", softmax(trial, turned), expected, tolerance,
                 "Logits in reverse order must give the same probabilities in reverse order.");
  });
}

void extreme(Trial& trial) {
  constexpr const char* kWhy =
      "exp(x) overflows for x above 709.78. Which shift of the logits keeps every exponent at or "
      "below 0, and leaves one of them at 0?";
  trial.for_all(logits(Reals::kExtreme), [&](const Case& c) {
    expect_finite(c, "softmax(logits)", softmax(trial, c), kWhy);
  });
  const auto expect_right = [&](const Array& logits) {
    const Case c({{"logits", logits, 'c'}});
    expect_close(c, "softmax(logits)", softmax(trial, c), oracle::softmax(logits),
                 tolerance::softmax(logits), kWhy);
  };
  const Generator several = Generator().axis('c', 2, 8).reals("logits", 'c');
  trial.for_all(several, [&](const Case& c) {
    Array scaled = c["logits"];
    for (double& x : scaled.values) x *= 1000.0;
    expect_right(scaled);
  });
  // Just beyond what exp can take: a shift by some fixed number would do here.
  trial.for_all(
      several,
      [&](const Case& c) {
        Array shifted = c["logits"];
        for (double& x : shifted.values) x += 730.0;
        expect_right(shifted);
      },
      30);
}

void pure(Trial& trial) {
  const auto expect_pure = [&](const Case& c) {
    const Answer first = trial.call(protocol::Operation::kTp1Softmax, c, {c["logits"].shape});
    expect_unchanged(c, first);
    expect_close(c, "softmax(logits)", first[0], oracle::softmax(c["logits"]),
                 tolerance::softmax(c["logits"]),
                 "The same function was called with other sizes before.");
    // Not bit by bit: vectorised exponentials depend on where in memory the numbers lie.
    expect_close(c, "softmax(logits), asked again", softmax(trial, c), first[0],
                 tolerance::softmax(c["logits"]), "The same input must give the same answer.");
  };
  // Lengths that differ from call to call show a buffer that is kept between calls.
  trial.for_all(Generator().axis('c', std::vector<Index>{3, 16, 1, 5, 10}).reals("logits", 'c'),
                expect_pure);
  // Many classes show a buffer of fixed length. The logits need not be drawn.
  Array many({1000, 1});
  for (Index i = 0; i < many.size(); ++i) many[i] = static_cast<double>(i % 7) - 3.0;
  expect_pure(Case({{"logits", many, 'c'}}));
}

}  // namespace

const check::Spec& tp1_softmax() {
  static const Spec spec{
      "tp1.softmax",
      {
          {"value", "softmax(x)_i is exp(x_i) over the sum of all exp(x_j).", Kind::kValue, 120,
           &value},
          {"sum", "The entries are between 0 and 1 and add up to 1.", Kind::kProperty, 50, &sum},
          {"shift", "Adding one number to every logit changes nothing.", Kind::kProperty, 60,
           &shift},
          {"permutation", "Reordering the logits reorders the probabilities alike.",
           Kind::kProperty, 40, &permutation},
          {"extreme", "Logits of any size give probabilities, never NaN or infinity.",
           Kind::kRobust, 90, &extreme},
          {"pure", "It leaves its argument alone, and the same input gives the same answer.",
           Kind::kRobust, 40, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
