#include "check/trial.hpp"
#include "specs/init_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;

constexpr auto kInit = protocol::Operation::kTp2GlorotInit;

void value(Trial& trial) {
  for (const Draw& d : draw_large(trial, kInit)) {
    expect_uniform(d.input, "W", d.W, glorot_limit(d.W.shape));
    expect_uniform(d.input, "V", d.V, glorot_limit(d.V.shape));
  }
}

void seed(Trial& trial) { expect_seeded(trial, kInit); }
void fresh(Trial& trial) { expect_fresh(trial, kInit); }
void shapes(Trial& trial) {
  expect_any_shape(trial, kInit, [](Shape shape) { return glorot_limit(shape).value; });
}

}  // namespace

const check::Spec& tp2_glorot_init() {
  static const Spec spec{
      "tp2.glorot_init",
      {
          {"value", "Uniform on [-limit, limit], limit = sqrt(6 / (fan_in + fan_out)).",
           Kind::kValue, 80, &value},
          {"seed", "The same seed gives the same entries, another seed others.", Kind::kProperty,
           25, &seed},
          {"fresh", "Every entry and every parameter gets numbers of its own.", Kind::kProperty, 25,
           &fresh},
          {"shapes", "Small parameters of any shape are written throughout, and nothing else is.",
           Kind::kRobust, 20, &shapes},
      }};
  return spec;
}

}  // namespace gradus::specs
