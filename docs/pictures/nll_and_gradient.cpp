#include "nn/matrix.hpp"
#include "pictures/plot.hpp"
#include "tp1/nll.hpp"
#include "tp1/softmax.hpp"

namespace gradus::notes {

std::string nll_and_gradient() {
  Plot plot;
  plot.title =
      "Two classes; the loss and slopes with respect to the gold logit, against its lead, from "
      "about -4 to 4; p is the probability of the gold class. The loss falls from 4 almost in a "
      "straight line, bends near 0 and tends to 0. Its slope rises from -1 to 0. The slope of the "
      "squared error is near 0 on both sides, and below 0 only in between.";
  plot.x_label = "lead of the gold logit over the other";
  plot.y_label = "loss, slope";
  plot.curves = {{"loss", "a", {}, {}},
                 {"slope of the loss", "back", {}, {}},
                 {"slope of (1 − p)²", "b", {}, {}, true}};
  for (int i = -39; i <= 39; ++i) {
    const double lead = i / 10.0;
    const nn::Vector logits = {lead, 0.0};
    const double p = tp1::softmax(logits)(0);
    for (Curve& curve : plot.curves) curve.x.push_back(lead);
    plot.curves[0].y.push_back(tp1::nll(logits, 0));
    plot.curves[1].y.push_back(tp1::backward_nll(logits, 0, 1.0)(0));
    plot.curves[2].y.push_back(-2.0 * p * (1.0 - p) * (1.0 - p));
  }
  return to_svg(plot);
}

}  // namespace gradus::notes
