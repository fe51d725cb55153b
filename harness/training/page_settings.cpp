#include "report/escape.hpp"
#include "training/numbers.hpp"
#include "training/page.hpp"

namespace gradus::training::page {
namespace {

using report::visible;

/// What is told of a run in the settings, and side by side with another.
using Rows = std::vector<std::pair<std::string, std::string>>;

Rows setting_rows(const Settings& s, const Circumstances& made, std::size_t epochs) {
  return {{"Lab", s.lab},
          {"Data", s.data},
          {"Images", count_text(s.train) + " train, " + count_text(s.dev) + " dev, " +
                         count_text(s.test) + " test"},
          {"Epochs", epochs_text(epochs, s.epochs)},
          {"Learning rate", setting_text(s.learning_rate)},
          {"Seed", std::to_string(s.seed)},
          {"Started from", s.started_from.empty() ? "the lab's first values" : s.started_from},
          {"Made", made.when},
          {"Compiler", made.compiler},
          {"Processor level", made.arch},
          {"Gradus", made.gradus}};
}

Rows result_rows(const std::vector<Epoch>& epochs, const std::optional<double>& dev,
                 const std::optional<double>& test) {
  const auto least = least_dev_loss(epochs);
  return {{"Accuracy on test", share_text(test)},
          {"Accuracy on dev", share_text(dev)},
          {"Last train loss", epochs.empty() ? kUnknown : loss_text(epochs.back().train_loss)},
          {"Least dev loss",
           least ? loss_text(epochs[*least].dev_loss) + " in epoch " + std::to_string(*least + 1)
                 : kUnknown},
          {"Time", duration_text(training_seconds(epochs))}};
}

}  // namespace

data beside(const Report& report) {
  const EarlierRun& other = *report.other;
  Rows here =
      result_rows(report.epochs, report.dev ? std::optional(report.dev->accuracy()) : std::nullopt,
                  report.test_accuracy);
  Rows there = result_rows(other.epochs, other.dev_accuracy, other.test_accuracy);
  const Rows settings_here = setting_rows(report.settings, report.made, report.epochs.size());
  const Rows settings_there = setting_rows(other.settings, other.made, other.epochs.size());
  here.insert(here.end(), settings_here.begin(), settings_here.end());
  there.insert(there.end(), settings_there.begin(), settings_there.end());
  data rows = list();
  for (std::size_t i = 0; i < here.size(); ++i) {
    data row = object({{"what", here[i].first},
                       {"here", visible(here[i].second)},
                       {"there", visible(there[i].second)}});
    row.set("differs", here[i].second != there[i].second);
    rows << row;
  }
  data d;
  d.set("name", visible(other.name));
  d.set("rows", rows);
  return d;
}

data settings(const Report& report) {
  data all = list();
  for (const auto& [what, value] :
       setting_rows(report.settings, report.made, report.epochs.size())) {
    all << object({{"what", what}, {"value", visible(value)}});
  }
  return all;
}

}  // namespace gradus::training::page
