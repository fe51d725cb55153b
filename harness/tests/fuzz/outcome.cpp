// What a student's process leaves behind after `gradus train`, or somebody's report.json to compare
// with, and the report that is made of it.

#include "training/outcome.hpp"

#include "tests/fuzz/fuzz.hpp"
#include "training/html.hpp"
#include "training/json.hpp"

namespace gradus::fuzz {
namespace {

using namespace training;

constexpr Index kImages = 2;

Data data() {
  Data data;
  data.name = "MNIST";
  data.class_names = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  data.dev_pixels.assign(kImages * kSide * kSide, 9);
  data.dev_labels = data.test_labels = {3, 8};
  return data;
}

Report report_of(const Outcome& outcome) {
  const Settings settings = {"tp1", "mnist", 3, 0.01, 7, "", 10, kImages, kImages};
  return make_report("run 1", settings, data(), outcome);
}

void require_harmless_page(const Report& report) {
  const std::string page = html(report);
  require_harmless(page);
  require(page.find("<script") == std::string::npos, "a report holds no script");
}

void try_outcome(Bytes bytes) {
  Outcome outcome;
  {
    const Allocations allocations;
    try {
      outcome = decode_outcome(std::as_bytes(bytes), {kClasses, kImages, kImages});
    } catch (const OutcomeError&) {
      require(allocations.bytes() <= 8 * bytes.size() + 8192, "a header is not believed");
      return;
    }
  }
  Report report = report_of(outcome);
  const std::string written = json(report);
  require_harmless(written);
  report.other = parse_earlier_run(written);
  require(report.other->epochs.size() == outcome.epochs.size(), "what is written can be read");
  require_harmless_page(report);
}

void try_earlier_run(Bytes bytes) {
  Report report = report_of({});
  try {
    report.other = parse_earlier_run({bytes.begin(), bytes.end()});
  } catch (const EarlierRunError& error) {
    require_harmless(error.what());
    return;
  }
  require_harmless_page(report);
}

}  // namespace

void try_input(Bytes bytes) {
  if (!bytes.empty() && bytes[0] == '{') {
    try_earlier_run(bytes);
  } else {
    try_outcome(bytes);
  }
}

std::vector<std::string> seeds() {
  const auto text = [](const Outcome& outcome) {
    const auto bytes = encode(outcome);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  };
  Outcome outcome;
  const std::string empty = text(outcome);
  outcome.ending = Ending::kException;
  outcome.last_epoch = 3;
  outcome.message = "<script>alert(1)</script>\x1b\xff";
  outcome.epochs = {{0.5, 0.8, 0.7, 0.6, 1.0}, {0.4, 0.9, 0.8, std::nullopt, 1.0}};
  outcome.dev_logits = outcome.test_logits = Array({kClasses, kImages}, 0.5);
  outcome.parameters = {{"<b>", Array({2, 1}), Array({2, 1}, 1.0)}};
  return {empty, text(outcome), json(report_of(outcome))};
}

}  // namespace gradus::fuzz
