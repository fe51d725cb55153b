#include "training/html.hpp"

#include "report/escape.hpp"
#include "training/embedded.hpp"
#include "training/numbers.hpp"
#include "training/page.hpp"

namespace gradus::training {
namespace {

using page::data;
using page::kUnknown;
using page::object;
using report::visible;

data figure(const std::string& value, const std::string& what) {
  return object({{"value", value}, {"what", what}});
}

data figures(const Report& report) {
  data all = page::list();
  all << figure(page::share_text(report.test_accuracy), "right on test images, never seen before");
  all << figure(report.dev ? percent_text(report.dev->accuracy()) : kUnknown,
                "right on dev images, with the final parameters");
  all << figure(report.epochs.empty() ? kUnknown : page::loss_text(report.epochs.back().train_loss),
                "mean train loss in the last epoch");
  all << figure(duration_text(training_seconds(report.epochs)),
                "training, " + page::epochs_text(report.epochs.size(), report.settings.epochs));
  return all;
}

}  // namespace

std::string html(const Report& report) {
  const Settings& s = report.settings;
  data all =
      object({{"title", visible(s.lab + " on " + report.data_name + ", " + report.name)},
              {"when", report.made.when},
              {"compiler", visible(report.made.compiler)},
              {"arch", visible(report.made.arch)},
              {"seed", std::to_string(s.seed)},
              {"reading", report.reading.sentence},
              {"verdict", std::string(name(report.reading.verdict))},
              {"again", "./gradus train " + s.lab + " --data " + s.data + " --epochs " +
                            std::to_string(s.epochs) + " --learning-rate " +
                            setting_text(s.learning_rate) + " --seed " + std::to_string(s.seed) +
                            (s.started_from.empty() ? "" : " --load " + visible(s.started_from))}});
  if (report.ending != Ending::kFinished) all.set("ending", ending_sentence(report));
  all.set("figures", figures(report));
  if (!report.epochs.empty()) all.set("curves", page::curves(report));
  if (report.other) all.set("other", page::beside(report));
  if (report.dev) all.set("answers", page::answers(report));
  if (const auto weights = page::weights(report)) all.set("weights", *weights);
  all.set("settings", page::settings(report));

  return web::render({"report.mustache", kReportTemplate, kReportStyle, {}}, all);
}

}  // namespace gradus::training
