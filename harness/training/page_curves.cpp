#include <algorithm>
#include <limits>

#include "training/line_chart.hpp"
#include "training/numbers.hpp"
#include "training/page.hpp"

namespace gradus::training::page {
namespace {

/// The values that one kind of number has, epoch after epoch; NaN where it is not known.
template <class Get>
std::vector<double> values(const std::vector<Epoch>& epochs, Get get) {
  std::vector<double> all;
  for (const Epoch& e : epochs) all.push_back(get(e));
  return all;
}

double train_loss(const Epoch& e) { return e.train_loss; }
double dev_loss(const Epoch& e) {
  return e.dev_loss.value_or(std::numeric_limits<double>::quiet_NaN());
}
double train_percent(const Epoch& e) { return 100.0 * e.train_accuracy; }
double dev_percent(const Epoch& e) { return 100.0 * e.dev_accuracy; }

using Get = double (*)(const Epoch&);

/// Train and dev of this run, and of the other one if there is one.
std::vector<Line> lines(const Report& report, Get train, Get dev, int digits) {
  const auto label = [&](const char* name, const std::vector<double>& y) {
    return name + (" " + number_text(y.back(), digits));
  };
  std::vector<Line> all;
  if (report.other) {
    // Where a longer name would not fit, there is only one other run.
    const std::string name = report.other->name.size() <= 8 ? report.other->name : "other";
    all.push_back({"train, " + name, "other train", values(report.other->epochs, train)});
    all.push_back({"dev, " + name, "other dev", values(report.other->epochs, dev)});
  }
  const auto y_train = values(report.epochs, train);
  const auto y_dev = values(report.epochs, dev);
  all.push_back({label("train", y_train), "train", y_train});
  all.push_back({label("dev", y_dev), "dev", y_dev});
  return all;
}

std::string loss_chart(const Report& report) {
  LineChart chart;
  chart.lines = lines(report, train_loss, dev_loss, 4);
  chart.mark = least_dev_loss(report.epochs);
  if (chart.mark) chart.mark_text = "least dev loss: epoch " + std::to_string(*chart.mark + 1);
  chart.description = "Loss per epoch. At the end train has " +
                      loss_text(report.epochs.back().train_loss) + " and dev " +
                      loss_text(report.epochs.back().dev_loss) + ". " + chart.mark_text;
  return to_svg(chart);
}

std::string accuracy_chart(const Report& report) {
  LineChart chart;
  chart.lines = lines(report, train_percent, dev_percent, 2);
  chart.percent = true;
  chart.mark = best_dev_accuracy(report.epochs);
  if (chart.mark) chart.mark_text = "best on dev: epoch " + std::to_string(*chart.mark + 1);
  chart.description = "Accuracy per epoch. At the end train has " +
                      percent_text(report.epochs.back().train_accuracy) + " and dev " +
                      percent_text(report.epochs.back().dev_accuracy) + ". " + chart.mark_text;
  return to_svg(chart);
}

std::string unknown_dev_loss(const std::vector<Epoch>& epochs) {
  if (std::all_of(epochs.begin(), epochs.end(), [](const Epoch& e) { return e.dev_loss; })) {
    return {};
  }
  return "In some epochs the model that was passed to your training function did not change, so "
         "what learnt must have been a copy, whose logits only your code knows. The dev accuracy "
         "is the one that your code noted.";
}

data epoch_rows(const std::vector<Epoch>& epochs) {
  data rows = list();
  for (std::size_t i = 0; i < epochs.size(); ++i) {
    const Epoch& e = epochs[i];
    rows << object({{"number", std::to_string(i + 1)},
                    {"train_loss", loss_text(e.train_loss)},
                    {"dev_loss", loss_text(e.dev_loss)},
                    {"train_accuracy", percent_text(e.train_accuracy)},
                    {"dev_accuracy", percent_text(e.dev_accuracy)},
                    {"time", duration_text(e.seconds)}});
  }
  return rows;
}

}  // namespace

data curves(const Report& report) {
  data d = object({{"loss_chart", loss_chart(report)}, {"accuracy_chart", accuracy_chart(report)}});
  d.set("epochs", epoch_rows(report.epochs));
  const std::string unknown = unknown_dev_loss(report.epochs);
  if (!unknown.empty()) d.set("unknown_dev_loss", unknown);
  return d;
}

}  // namespace gradus::training::page
