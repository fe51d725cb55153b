#include "training/report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/escape.hpp"

namespace gradus::training {
namespace {

bool all_finite(const std::vector<Parameter>& parameters) {
  return std::all_of(parameters.begin(), parameters.end(), [](const Parameter& p) {
    return std::all_of(p.after.values.begin(), p.after.values.end(),
                       [](double x) { return std::isfinite(x); });
  });
}

std::vector<std::vector<std::uint8_t>> pixels_of(const std::vector<Mistake>& mistakes,
                                                 const std::vector<std::uint8_t>& pixels) {
  std::vector<std::vector<std::uint8_t>> pictures;
  for (std::size_t i = 0; i < std::min(mistakes.size(), kGallery); ++i) {
    const auto from = pixels.begin() + mistakes[i].image * kSide * kSide;
    pictures.emplace_back(from, from + kSide * kSide);
  }
  return pictures;
}

}  // namespace

Report make_report(const std::string& name, const Settings& settings, const Data& data,
                   Outcome outcome) {
  Report report;
  report.name = name;
  report.settings = settings;
  report.data_name = data.name;
  report.class_names = data.class_names;
  report.ending = outcome.ending;
  report.last_epoch = outcome.last_epoch;
  report.message = std::move(outcome.message);
  report.epochs = std::move(outcome.epochs);
  report.parameters = std::move(outcome.parameters);
  report.reading =
      read_curve({report.epochs, settings.learning_rate, all_finite(report.parameters), kClasses});
  if (outcome.dev_logits.size() > 0) {
    report.dev = judge(outcome.dev_logits, data.dev_labels);
    report.gallery = pixels_of(report.dev->mistakes, data.dev_pixels);
  }
  if (outcome.test_logits.size() > 0) {
    report.test_accuracy = judge(outcome.test_logits, data.test_labels).accuracy();
  }
  return report;
}

double training_seconds(const std::vector<Epoch>& epochs) {
  double sum = 0.0;
  for (const Epoch& e : epochs) sum += e.seconds;
  return sum;
}

std::string ending_sentence(const Report& report) {
  const std::string where = " in epoch " + std::to_string(report.last_epoch);
  switch (report.ending) {
    case Ending::kFinished:
      return {};
    case Ending::kStoppedByHand:
      return "Stopped by hand" + where + "; what was learnt until then is kept.";
    case Ending::kException:
      return "The training stopped" + where +
             " with an exception: " + report::visible(report.message);
  }
  return {};
}

std::vector<NamedArray> final_parameters(const Report& report) {
  std::vector<NamedArray> arrays;
  for (const Parameter& p : report.parameters) arrays.push_back({p.name, p.after});
  return arrays;
}

}  // namespace gradus::training
