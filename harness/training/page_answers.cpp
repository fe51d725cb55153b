#include "training/confusion_chart.hpp"
#include "training/numbers.hpp"
#include "training/page.hpp"
#include "training/pictures.hpp"
#include "web/svg.hpp"

namespace gradus::training::page {
namespace {

constexpr std::size_t kMostConfusions = 10;

data confusion_list(const Report& report) {
  const auto most = report.dev->confusions(kMostConfusions);
  data all = list();
  for (const Confusion& c : most) {
    const double share = static_cast<double>(c.count) / static_cast<double>(most.front().count);
    all << object({{"what", report.class_names[static_cast<std::size_t>(c.label)] + " read as " +
                                report.class_names[static_cast<std::size_t>(c.answer)]},
                   {"bar", web::svg::bar(share)},
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

}  // namespace

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

}  // namespace gradus::training::page
