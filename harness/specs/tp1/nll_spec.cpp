#include <cmath>
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

Index gold(const Case& c) { return static_cast<Index>(c["gold"][0]); }

Answer ask(Trial& trial, const Case& c) {
  return trial.call(protocol::Operation::kTp1Nll, c, {{1, 1}});
}

double nll(Trial& trial, const Case& c) { return ask(trial, c)[0][0]; }

Generator sample(Reals kind, Index fewest = 1) {
  return Generator().axis('c', fewest, 16).reals("logits", 'c', kind).index("gold", 'c');
}

Case with_logits(const Array& logits, const Array& gold) {
  return Case({{"logits", logits, 'c'}, {"gold", gold, kNoAxis, kNoAxis, 'c'}});
}

void expect_right(Trial& trial, const Case& c, const std::string& why = {}) {
  expect_close(c, "nll(logits, gold)", scalar(nll(trial, c)),
               scalar(oracle::nll(c["logits"], gold(c))), tolerance::nll(c["logits"], gold(c)),
               why);
}

void value(Trial& trial) {
  trial.for_all(sample(Reals::kOrdinary), [&](const Case& c) { expect_right(trial, c); });
}

void expect_probabilities(Trial& trial, const Case& c) {
  const Array& logits = c["logits"];
  const double tolerance = tolerance::nll(logits, gold(c));
  double total = 0.0;
  for (Index k = 0; k < logits.size(); ++k) {
    const Case other = c.with("gold", scalar(static_cast<double>(k)));
    const double loss = nll(trial, other);
    expect(loss >= -tolerance, other, "a loss of 0 or more", "nll = " + describe(loss),
           "No probability is above 1, so its negative logarithm is not below 0.");
    total += std::exp(-loss);
  }
  const auto n = static_cast<double>(logits.size());
  expect(close(total, 1.0, 2.0 * n * tolerance), c, "exp(-nll) of all classes together: 1",
         "together " + describe(total), "exp(-nll(logits, k)) is the probability of class k.");
}

void probability(Trial& trial) {
  trial.for_all(
      sample(Reals::kWide), [&](const Case& c) { expect_probabilities(trial, c); }, 50);
  // Far from 0 on either side, and on both: the random cases need not hold all three.
  for (const auto& far :
       {column({1000.0, 1001.0}), column({-1000.0, -1001.0}), column({1000.0, -1000.0, -1000.0})}) {
    expect_probabilities(trial, with_logits(far, scalar(0.0)));
  }
}

void shift(Trial& trial) {
  const Generator generator = sample(Reals::kOrdinary, 2).reals("shift", kNoAxis, Reals::kWide);
  trial.for_all(generator, [&](const Case& c) {
    Array shifted = c["logits"];
    for (double& x : shifted.values) x += c["shift"][0];
    expect_right(trial, with_logits(shifted, c["gold"]),
                 "Adding the same number (here " + describe(c["shift"][0]) +
                     ") to every logit must not change the loss.");
  });
}

void extreme(Trial& trial) {
  constexpr const char* kWhy =
      "Here the probability of the gold class is too small for a double, but its logarithm is "
      "not. Simplify log(softmax(x)[gold]) before computing.";
  // The second is beyond what any whole-number type holds.
  for (const double scale : {3000.0, 1e300}) {
    trial.for_all(sample(Reals::kOrdinary, 2), [&](const Case& c) {
      Array scaled = c["logits"];
      for (double& x : scaled.values) x *= scale;
      expect_right(trial, with_logits(scaled, c["gold"]), kWhy);
    });
  }
  // One logit far above all others, and the gold class one of those: the loss is the gap. Where
  // that is 730, exp of it is infinite and exp of its negative has lost most of its digits.
  const Generator gaps =
      Generator().axis('c', 2, 6).reals("logits", 'c').index("gold", 'c').index("largest", 'c');
  for (const double gap : {1e4, 730.0}) {
    trial.for_all(gaps, [&](const Case& c) {
      Array logits = c["logits"];
      logits[static_cast<Index>(c["largest"][0])] += gap;
      expect_right(trial, with_logits(logits, c["gold"]), kWhy);
    });
  }
}

void one_class(Trial& trial) {
  const Generator generator =
      Generator().axis('c', 1, 1).reals("logits", 'c', Reals::kWide).index("gold", 'c');
  trial.for_all(
      generator,
      [&](const Case& c) {
        expect_right(trial, c, "With a single class nothing is uncertain: the loss is 0.");
      },
      20);
}

void pure(Trial& trial) {
  const Generator generator = Generator()
                                  .axis('c', std::vector<Index>{3, 16, 1, 5, 10})
                                  .reals("logits", 'c')
                                  .index("gold", 'c');
  trial.for_all(generator, [&](const Case& c) {
    expect_unchanged(c, ask(trial, c));
    expect_right(trial, c, "The same function was called with other sizes before.");
  });
}

}  // namespace

const check::Spec& tp1_nll() {
  static const Spec spec{
      "tp1.nll",
      {
          {"value", "nll(x, k) is the logarithm of the sum of all exp(x_j), minus x_k.",
           Kind::kValue, 110, &value},
          {"probability", "It is never negative, and exp(-nll) of all classes add up to 1.",
           Kind::kProperty, 40, &probability},
          {"shift", "Adding one number to every logit changes nothing.", Kind::kProperty, 40,
           &shift},
          {"extreme", "It is right where the probability of the gold class underflows to 0.",
           Kind::kRobust, 70, &extreme},
          {"one_class", "With one class the loss is 0.", Kind::kProperty, 10, &one_class},
          {"pure", "It leaves its argument alone, and sizes may change from call to call.",
           Kind::kRobust, 30, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
