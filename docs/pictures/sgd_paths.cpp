#include "nn/matrix.hpp"
#include "pictures/plot.hpp"

namespace gradus::notes {
namespace {

constexpr int kSteps = 10;

/// Gradient descent on L = (4 w0^2 + w1^2) / 2 from (1, 1): the loss before each step.
Curve descent(const char* label, const char* colour, double learning_rate) {
  const nn::Vector curvature = {4.0, 1.0};
  nn::Vector w = {1.0, 1.0};
  Curve curve{.label = label, .colour = colour, .x = {}, .y = {}, .dots = true};
  for (int step = 0; step <= kSteps; ++step) {
    const nn::Vector gradient = hadamard(curvature, w);
    curve.x.push_back(step);
    curve.y.push_back(0.5 * dot(gradient, w));
    w -= learning_rate * gradient;
  }
  return curve;
}

}  // namespace

std::string sgd_paths() {
  return to_svg(
      {.title =
           "Loss against step for three learning rates, from 2.5 on: with 0.02 it sinks slowly, "
           "with 0.4 it is near 0 after four steps, with 0.51 it falls once and then grows.",
       .x_label = "step",
       .y_label = "loss",
       .log_x = false,
       .log_y = false,
       .curves = {descent("0.02: too small", "a", 0.02), descent("0.4: right", "c", 0.4),
                  descent("0.51: too large", "b", 0.51)}});
}

}  // namespace gradus::notes
