#pragma once

#include <span>

#include "check/gradient.hpp"
#include "check/oracle.hpp"
#include "protocol/random.hpp"

namespace gradus::bench {

/// Asks of the right gradient of W x + b, W 4 x 5 and three columns of x, whether it is one.
inline check::GradientQuestion affine_question() {
  Random random(6);
  const auto matrix = [&random](Shape shape) {
    Array a(shape);
    for (double& entry : a.values) entry = random.normal();
    return a;
  };
  const Array W = matrix({4, 5});
  const Array x = matrix({5, 3});
  const Array g = matrix({4, 3});
  check::GradientQuestion question;
  question.f = check::on_arrays({W.shape, x.shape}, [](std::span<const Array> at) {
    return check::oracle::affine(at[0], Array({4, 1}), at[1]);
  });
  question.at = {{"W", W}, {"x", x}};
  const auto right = check::oracle::affine_gradient(W, x, g);
  question.claimed = {right.W, right.x};
  question.upstream = g.values;
  return question;
}

}  // namespace gradus::bench
