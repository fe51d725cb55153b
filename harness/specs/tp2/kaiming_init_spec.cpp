#include <algorithm>
#include <string>
#include <vector>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/trial.hpp"
#include "specs/init_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

constexpr auto kInit = protocol::Operation::kTp2KaimingInit;

bool uses_fan_out(const std::vector<Draw>& draws) {
  return std::all_of(draws.begin(), draws.end(), [](const Draw& d) {
    return fits(d.W, fan_out_limit(d.W.shape).value) && fits(d.V, fan_out_limit(d.V.shape).value);
  });
}

void value(Trial& trial) {
  const std::vector<Draw> draws = draw_large(trial, kInit);
  // He et al. derive this limit as well, so it costs a part of the points only: see fan_in().
  if (uses_fan_out(draws)) return;
  for (const Draw& d : draws) {
    expect_uniform(d.input, "W", d.W, kaiming_limit(d.W.shape));
    expect_uniform(d.input, "V", d.V, kaiming_limit(d.V.shape));
  }
}

void fan_in(Trial& trial) {
  const std::vector<Draw> draws = draw_large(trial, kInit);
  for (const Draw& d : draws) {
    const Limit wanted = kaiming_limit(d.W.shape);
    const Limit other = fan_out_limit(d.W.shape);
    expect(!uses_fan_out(draws), d.input,
           "entries between -" + describe(wanted.value) + " and " + describe(wanted.value) + ", " +
               wanted.formula,
           "entries between -" + describe(other.value) + " and " + describe(other.value) + ", " +
               other.formula,
           "W is out x in, so fan_in is the number of columns. With fan_out gradients keep their "
           "size instead of values. He et al. derive both (equations 10 and 14) and find either "
           "sufficient; here fan_in is asked for.");
    expect_uniform(d.input, "W", d.W, wanted);
  }
}

void seed(Trial& trial) { expect_seeded(trial, kInit); }
void fresh(Trial& trial) { expect_fresh(trial, kInit); }
void shapes(Trial& trial) {
  expect_any_shape(trial, kInit, [](Shape shape) {
    return std::max(kaiming_limit(shape).value, fan_out_limit(shape).value);
  });
}

}  // namespace

const check::Spec& tp2_kaiming_init() {
  static const Spec spec{
      "tp2.kaiming_init",
      {
          {"value", "The entries are uniform between -limit and limit, limit = sqrt(6 / fan).",
           Kind::kValue, 50, &value},
          {"fan_in", "The fan is fan_in, the number of columns of W.", Kind::kProperty, 45,
           &fan_in},
          {"seed", "The same seed gives the same entries, another seed others.", Kind::kProperty,
           20, &seed},
          {"fresh", "Every entry and every parameter gets numbers of its own.", Kind::kProperty, 20,
           &fresh},
          {"shapes", "Small parameters of any shape are written throughout, and nothing else is.",
           Kind::kRobust, 15, &shapes},
      }};
  return spec;
}

}  // namespace gradus::specs
