#include <algorithm>

#include "report/escape.hpp"
#include "training/numbers.hpp"
#include "training/page.hpp"
#include "training/pictures.hpp"

namespace gradus::training::page {
namespace {

using report::visible;

constexpr Index kMostUnits = 32;

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

}  // namespace

std::optional<data> weights(const Report& report) {
  const Parameter* found = first_layer(report.parameters);
  if (found == nullptr) return std::nullopt;
  const Parameter& layer = *found;
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

}  // namespace gradus::training::page
