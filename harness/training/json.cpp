#include "training/json.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "report/escape.hpp"

namespace gradus::training {
namespace {

using nlohmann::ordered_json;
using report::visible;

constexpr const char* kSchema = "gradus-training/1";
constexpr std::uintmax_t kMaxFile = 4 << 20;
constexpr std::size_t kMaxTextOfOther = 120;

ordered_json number(double x) {
  if (std::isnan(x)) return "NaN";
  if (std::isinf(x)) return x > 0 ? "Infinity" : "-Infinity";
  return x;
}

ordered_json number(const std::optional<double>& x) {
  return x ? number(*x) : ordered_json(nullptr);
}

ordered_json count(double x) { return static_cast<Index>(x); }

const char* name(Ending ending) {
  switch (ending) {
    case Ending::kFinished:
      return "finished";
    case Ending::kStoppedByHand:
      return "stopped_by_hand";
    case Ending::kException:
      return "exception";
  }
  return "";
}

ordered_json to_json(const Settings& s) {
  return {{"lab", s.lab},
          {"data", s.data},
          {"epochs", s.epochs},
          {"learning_rate", number(s.learning_rate)},
          {"seed", s.seed},
          {"started_from", visible(s.started_from)},
          {"train_images", s.train},
          {"dev_images", s.dev},
          {"test_images", s.test}};
}

ordered_json to_json(const std::vector<Epoch>& epochs) {
  ordered_json list = ordered_json::array();
  for (const Epoch& e : epochs) {
    list.push_back({{"train_loss", number(e.train_loss)},
                    {"dev_loss", number(e.dev_loss)},
                    {"train_accuracy", number(e.train_accuracy)},
                    {"dev_accuracy", number(e.dev_accuracy)},
                    {"seconds", number(e.seconds)}});
  }
  return list;
}

ordered_json to_json(const Answers& a) {
  ordered_json rows = ordered_json::array();
  for (int label = 0; label < kClasses; ++label) {
    ordered_json row = ordered_json::array();
    for (int answer = 0; answer < kClasses; ++answer) row.push_back(count(a.counts(label, answer)));
    rows.push_back(row);
  }
  ordered_json mistakes = ordered_json::array();
  for (const Mistake& m : a.mistakes) {
    if (mistakes.size() == kGallery) break;
    mistakes.push_back({{"image", m.image},
                        {"label", m.label},
                        {"answer", m.answer},
                        {"probability", number(m.probability)}});
  }
  return {{"images", a.images},       {"right", a.right},
          {"without_answer", a.none}, {"accuracy", number(a.accuracy())},
          {"confusion", rows},        {"surest_mistakes", mistakes}};
}

ordered_json to_json(const std::vector<Parameter>& parameters) {
  const auto norm = [](const Array& a) {
    double sum = 0.0;
    for (const double x : a.values) sum += x * x;
    return number(std::sqrt(sum));
  };
  ordered_json list = ordered_json::array();
  for (const Parameter& p : parameters) {
    Array change = p.after;
    for (Index i = 0; i < change.size(); ++i) change[i] -= p.before[i];
    list.push_back({{"name", visible(p.name)},
                    {"rows", p.after.rows()},
                    {"cols", p.after.cols()},
                    {"norm_before", norm(p.before)},
                    {"norm_after", norm(p.after)},
                    {"norm_of_change", norm(change)}});
  }
  return list;
}

/// The entry of that name in an object.
const ordered_json& entry(const ordered_json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (found == object.end()) {
    throw EarlierRunError(std::string("expected a report.json of gradus train, got one without '") +
                          key + "'");
  }
  return *found;
}

[[noreturn]] void wrong_type(const char* key, const char* expected) {
  throw EarlierRunError(std::string("expected ") + expected + " as '" + key +
                        "', got something else");
}

std::string text_of(const ordered_json& object, const char* key) {
  const ordered_json& value = entry(object, key);
  if (!value.is_string()) wrong_type(key, "a text");
  return visible(value.get_ref<const std::string&>(), kMaxTextOfOther);
}

double number_of(const ordered_json& object, const char* key) {
  const ordered_json& value = entry(object, key);
  if (value.is_number()) return value.get<double>();
  if (value == "NaN") return std::nan("");
  if (value == "Infinity") return HUGE_VAL;
  if (value == "-Infinity") return -HUGE_VAL;
  wrong_type(key, "a number");
}

std::optional<double> known_number_of(const ordered_json& object, const char* key) {
  if (entry(object, key).is_null()) return std::nullopt;
  return number_of(object, key);
}

Index count_of(const ordered_json& object, const char* key) {
  const double x = number_of(object, key);
  if (!(x >= 0.0 && x <= 1e9)) wrong_type(key, "a count");
  return static_cast<Index>(x);
}

Settings settings_of(const ordered_json& all) {
  const ordered_json& object = entry(all, "settings");
  Settings s;
  s.lab = text_of(object, "lab");
  s.data = text_of(object, "data");
  s.epochs = static_cast<int>(count_of(object, "epochs"));
  s.learning_rate = number_of(object, "learning_rate");
  if (!entry(object, "seed").is_number_unsigned()) wrong_type("seed", "a whole number");
  s.seed = entry(object, "seed").get<std::uint64_t>();
  s.started_from = text_of(object, "started_from");
  s.train = count_of(object, "train_images");
  s.dev = count_of(object, "dev_images");
  s.test = count_of(object, "test_images");
  return s;
}

std::vector<Epoch> epochs_of(const ordered_json& all) {
  const ordered_json& list = entry(all, "epochs");
  if (!list.is_array() || list.size() > static_cast<std::size_t>(kMaxEpochs)) {
    wrong_type("epochs", "a list of at most 10,000 epochs");
  }
  std::vector<Epoch> epochs;
  for (const ordered_json& e : list) {
    epochs.push_back({number_of(e, "train_loss"), number_of(e, "train_accuracy"),
                      number_of(e, "dev_accuracy"), known_number_of(e, "dev_loss"),
                      number_of(e, "seconds")});
  }
  return epochs;
}

}  // namespace

std::string json(const Report& report) {
  ordered_json json = {{"schema", kSchema},
                       {"run", visible(report.name)},
                       {"settings", to_json(report.settings)},
                       {"made",
                        {{"when", report.made.when},
                         {"compiler", report.made.compiler},
                         {"arch", report.made.arch},
                         {"gradus", report.made.gradus}}}};
  json["data_name"] = report.data_name;
  json["class_names"] = report.class_names;
  json["ending"] = {{"how", name(report.ending)},
                    {"epoch", report.last_epoch},
                    {"message", visible(report.message)}};
  json["epochs"] = to_json(report.epochs);
  json["reading"] = {{"verdict", name(report.reading.verdict)},
                     {"sentence", report.reading.sentence}};
  json["dev"] = report.dev ? to_json(*report.dev) : ordered_json(nullptr);
  json["test_accuracy"] = number(report.test_accuracy);
  json["parameters"] = to_json(report.parameters);
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

EarlierRun parse_earlier_run(const std::string& text) {
  const auto all = ordered_json::parse(text, nullptr, false);
  if (all.is_discarded()) throw EarlierRunError("expected a report.json, got no JSON");
  if (text_of(all, "schema") != kSchema) {
    throw EarlierRunError(std::string("expected the schema ") + kSchema + ", got '" +
                          text_of(all, "schema") + "'");
  }
  EarlierRun run;
  run.name = text_of(all, "run");
  run.settings = settings_of(all);
  const ordered_json& made = entry(all, "made");
  run.made = {text_of(made, "when"), text_of(made, "compiler"), text_of(made, "arch"),
              text_of(made, "gradus")};
  run.epochs = epochs_of(all);
  const ordered_json& dev = entry(all, "dev");
  if (!dev.is_null()) run.dev_accuracy = number_of(dev, "accuracy");
  run.test_accuracy = known_number_of(all, "test_accuracy");
  return run;
}

EarlierRun load_earlier_run(const std::filesystem::path& file) {
  const std::string name = visible(file.string());
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) throw EarlierRunError("cannot read " + name + ": " + error.message());
  if (size > kMaxFile) throw EarlierRunError(name + ": expected at most 4 MB, got more");
  std::ifstream in(file, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw EarlierRunError("cannot read " + name);
  try {
    return parse_earlier_run(text);
  } catch (const EarlierRunError& e) {
    throw EarlierRunError(name + ": " + e.what());
  }
}

}  // namespace gradus::training
