#include "training/html.hpp"

#include <algorithm>
#include <cmath>
#include <kainjow/mustache.hpp>
#include <limits>
#include <openssl/sha.h>
#include <stdexcept>

#include "report/escape.hpp"
#include "training/base64.hpp"
#include "training/confusion_chart.hpp"
#include "training/embedded.hpp"
#include "training/line_chart.hpp"
#include "training/numbers.hpp"
#include "training/pictures.hpp"

namespace gradus::training {
namespace {

using kainjow::mustache::data;
using report::visible;

constexpr std::size_t kMostConfusions = 10;
constexpr Index kMostUnits = 32;
constexpr const char* kUnknown = "not known";

data list() { return data(data::type::list); }

/// An object of texts.
data object(std::initializer_list<std::pair<const char*, std::string>> entries) {
  data d;
  for (const auto& [key, text] : entries) d.set(key, text);
  return d;
}

std::string loss_text(const std::optional<double>& loss) {
  return loss ? number_text(*loss, 4) : kUnknown;
}

std::string share_text(const std::optional<double>& share) {
  return share ? percent_text(*share) : kUnknown;
}

std::string epochs_text(std::size_t done, int asked) {
  const std::string text = std::to_string(done) + (done == 1 ? " epoch" : " epochs");
  return done == static_cast<std::size_t>(asked) ? text : text + " of " + std::to_string(asked);
}

data figure(const std::string& value, const std::string& what) {
  return object({{"value", value}, {"what", what}});
}

data figures(const Report& report) {
  data all = list();
  all << figure(share_text(report.test_accuracy), "right on test images, never seen before");
  all << figure(report.dev ? percent_text(report.dev->accuracy()) : kUnknown,
                "right on dev images, with the final parameters");
  all << figure(report.epochs.empty() ? kUnknown : loss_text(report.epochs.back().train_loss),
                "mean train loss in the last epoch");
  all << figure(duration_text(training_seconds(report.epochs)),
                "training, " + epochs_text(report.epochs.size(), report.settings.epochs));
  return all;
}

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

data confusion_list(const Report& report) {
  const auto most = report.dev->confusions(kMostConfusions);
  data all = list();
  for (const Confusion& c : most) {
    const double share = static_cast<double>(c.count) / static_cast<double>(most.front().count);
    all << object({{"what", report.class_names[static_cast<std::size_t>(c.label)] + " read as " +
                                report.class_names[static_cast<std::size_t>(c.answer)]},
                   {"bar", bar_svg(share)},
                   {"count", std::to_string(c.count)}});
  }
  return all;
}

data matrix_rows(const Report& report) {
  data rows = list();
  for (int label = 0; label < kClasses; ++label) {
    data cells = list();
    for (int answer = 0; answer < kClasses; ++answer) {
      cells << object({{"count", number_text(report.dev->counts(label, answer), 0)}});
    }
    data row = object({{"name", report.class_names[static_cast<std::size_t>(label)]}});
    row.set("cells", cells);
    rows << row;
  }
  return rows;
}

data gallery(const Report& report) {
  data all = list();
  for (std::size_t i = 0; i < report.gallery.size(); ++i) {
    const Mistake& m = report.dev->mistakes[i];
    all << object({{"picture", png_uri(report.gallery[i], kSide, kSide, 1)},
                   {"image", std::to_string(m.image)},
                   {"label", report.class_names[static_cast<std::size_t>(m.label)]},
                   {"answer", report.class_names[static_cast<std::size_t>(m.answer)]},
                   {"sure", percent_text(m.probability, m.probability > 0.9995 ? 2 : 1)}});
  }
  return all;
}

data answers(const Report& report) {
  const Answers& dev = *report.dev;
  data d = object({{"images", count_text(dev.images)},
                   {"wrong", count_text(dev.images - dev.right - dev.none)},
                   {"matrix", confusion_svg(dev, report.class_names)}});
  if (dev.none > 0) d.set("none", count_text(dev.none));
  data names = list();
  for (const std::string& name : report.class_names) names << object({{"name", name}});
  d.set("class_names", names);
  d.set("matrix_rows", matrix_rows(report));
  d.set("has_confusions", !dev.mistakes.empty());
  d.set("confusions", confusion_list(report));
  d.set("has_gallery", !report.gallery.empty());
  d.set("gallery", gallery(report));
  return d;
}

/// The first parameter whose rows are as long as an image has pixels.
const Parameter* first_layer(const std::vector<Parameter>& parameters) {
  const auto found = std::find_if(parameters.begin(), parameters.end(), [](const Parameter& p) {
    return p.after.cols() == kSide * kSide;
  });
  return found == parameters.end() ? nullptr : &*found;
}

data weight_kind(const std::string& kind, const Array& weights, Index units,
                 const std::array<std::string, kClasses>* names, int number) {
  const auto shown = std::span(weights.values);
  const double scale = scale_of(shown);
  data pictures = list();
  for (Index i = 0; i < units; ++i) {
    data unit = object({{"picture", weights_uri(weights, i, scale, kSide)}});
    if (names != nullptr) unit.set("name", (*names)[static_cast<std::size_t>(i)]);
    pictures << unit;
  }
  data d = object({{"kind", kind},
                   {"description", kind + ": the weights of " + std::to_string(units) +
                                       " units, each drawn as an image of 28 by 28 pixels"},
                   {"scale", number_text(scale, scale < 0.01 ? 5 : 3)},
                   {"number", std::to_string(number)}});
  d.set("units", pictures);
  return d;
}

data weights(const Report& report, const Parameter& layer) {
  const Index units = std::min(layer.after.rows(), kMostUnits);
  // In a linear classifier, which has one matrix and one bias, the units are the classes.
  const bool are_classes = layer.after.rows() == kClasses && report.parameters.size() == 2;
  const auto* names = are_classes ? &report.class_names : nullptr;
  const bool all_zero = std::all_of(layer.before.values.begin(), layer.before.values.end(),
                                    [](double w) { return w == 0.0; });
  std::string about = "Each picture is one row of " + visible(layer.name) + ": the weights of " +
                      (are_classes ? "one class" : "one unit") + ", one for each pixel.";
  if (units < layer.after.rows()) {
    about += " The first " + std::to_string(units) + " of " + std::to_string(layer.after.rows()) +
             " units are shown.";
  }
  data kinds = list();
  if (all_zero) {
    about += " Before training they were all zero, so that these are the difference too.";
    kinds << weight_kind("After training", layer.after, units, names, 1);
  } else {
    Array difference = layer.after;
    for (Index i = 0; i < difference.size(); ++i) difference[i] -= layer.before[i];
    about += " The difference shows best what was learnt: the first values are noise.";
    kinds << weight_kind("Difference: after minus before", difference, units, names, 1);
    kinds << weight_kind("Before training", layer.before, units, names, 2);
    kinds << weight_kind("After training", layer.after, units, names, 3);
  }
  data d = object(
      {{"about", about},
       {"layout", std::string(units <= kClasses ? "few" : "many") + (all_zero ? " one" : "")}});
  d.set("kinds", kinds);
  return d;
}

data settings_list(const Report& report) {
  data all = list();
  for (const auto& [what, value] :
       setting_rows(report.settings, report.made, report.epochs.size())) {
    all << object({{"what", what}, {"value", visible(value)}});
  }
  return all;
}

std::string style_hash() {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> hash{};
  ::SHA256(reinterpret_cast<const std::uint8_t*>(kReportStyle.data()), kReportStyle.size(),
           hash.data());
  return base64(hash);
}

}  // namespace

std::string html(const Report& report) {
  const Settings& s = report.settings;
  data page =
      object({{"style", std::string(kReportStyle)},
              {"style_hash", style_hash()},
              {"title", visible(s.lab + " on " + report.data_name + ", " + report.name)},
              {"when", report.made.when},
              {"compiler", visible(report.made.compiler)},
              {"arch", visible(report.made.arch)},
              {"seed", std::to_string(s.seed)},
              {"reading", report.reading.sentence},
              {"verdict", std::string(name(report.reading.verdict))},
              {"again", "./gradus train " + s.lab + " --data " + s.data + " --epochs " +
                            std::to_string(s.epochs) + " --learning-rate " +
                            setting_text(s.learning_rate) + " --seed " + std::to_string(s.seed)}});
  if (report.ending != Ending::kFinished) page.set("ending", ending_sentence(report));
  page.set("figures", figures(report));
  page.set("has_epochs", !report.epochs.empty());
  if (!report.epochs.empty()) {
    page.set("loss_chart", loss_chart(report));
    page.set("accuracy_chart", accuracy_chart(report));
    page.set("epochs", epoch_rows(report.epochs));
    const std::string unknown = unknown_dev_loss(report.epochs);
    if (!unknown.empty()) page.set("unknown_dev_loss", unknown);
  }
  if (report.other) page.set("other", beside(report));
  if (report.dev) page.set("answers", answers(report));
  if (const Parameter* layer = first_layer(report.parameters)) {
    page.set("weights", weights(report, *layer));
  }
  page.set("settings", settings_list(report));

  kainjow::mustache::mustache view{std::string(kReportTemplate)};
  if (!view.is_valid()) throw std::logic_error("report.mustache: " + view.error_message());
  return view.render(page);
}

}  // namespace gradus::training
