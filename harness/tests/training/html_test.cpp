#include "training/html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/sha.h>
#include <regex>

#include "tests/training/samples.hpp"
#include "training/json.hpp"
#include "web/base64.hpp"

namespace gradus::training {
namespace {

/// Not a matcher, which would print the whole page.
bool has(const std::string& page, const std::string& part) {
  return page.find(part) != std::string::npos;
}

std::string first_group(const std::string& text, const std::string& pattern) {
  std::smatch match;
  return std::regex_search(text, match, std::regex(pattern)) ? match[1].str() : "";
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// A report in which every text that is not ours tries to be more than text.
Report hostile_report() {
  const std::string attack =
      "<script>alert(1)</script>\"'>{{{style}}}<img src=x onerror=y>\x1b\xff";
  Settings settings = sample_settings();
  settings.started_from = attack;
  Outcome outcome = sample_outcome();
  outcome.ending = Ending::kException;
  outcome.last_epoch = 2;
  outcome.message = attack;
  outcome.parameters[0].name = attack;
  Report report = make_report("run " + attack, settings, sample_data(), outcome);
  EarlierRun other;
  other.name = attack;
  other.settings.lab = other.settings.data = other.settings.started_from = attack;
  other.made = {attack, attack, attack, attack};
  other.epochs = sample_outcome().epochs;
  report.other = other;
  return report;
}

TEST(Html, ShowsTheFourNumbersTheSentenceAndTheSettings) {
  const std::string page = html(sample_report());
  EXPECT_TRUE(has(page, "<b>100.00 %</b><span>right on test images"));
  EXPECT_TRUE(has(page, "<b>80.00 %</b><span>right on dev images"));
  EXPECT_TRUE(has(page, "<b>0.3000</b>"));
  EXPECT_TRUE(has(page, "<b>4.5 s</b>"));
  EXPECT_TRUE(has(page, sample_report().reading.sentence));
  EXPECT_TRUE(has(page,
                  "./gradus train tp1 --data mnist --epochs 3 --learning-rate 0.01 "
                  "--seed 7"));
  EXPECT_TRUE(has(page, "<span>2 read as 7</span>"));
}

TEST(Html, TheStyleSheetIsTheOneThatThePolicyAllows) {
  const std::string page = html(sample_report());
  const auto from = page.find("<style>") + 7;
  const std::string style = page.substr(from, page.find("</style>") - from);
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> hash{};
  ::SHA256(reinterpret_cast<const std::uint8_t*>(style.data()), style.size(), hash.data());
  EXPECT_EQ(first_group(page, "style-src 'sha256-([^']+)'"), web::base64(hash));
  EXPECT_TRUE(has(page, "default-src 'none'; img-src data:;"));
}

TEST(Html, HasNoScriptNoStyleAttributeAndNoAddressOutside) {
  for (const std::string& page : {html(sample_report()), html(hostile_report())}) {
    EXPECT_EQ(count(page, "<script"), 0U);
    EXPECT_EQ(count(page, " style="), 0U);
    EXPECT_EQ(count(page, "http:"), 0U);
    EXPECT_EQ(count(page, "https:"), 0U);
    EXPECT_EQ(count(page, "<style>"), 1U);
  }
}

TEST(Html, TextsThatAreNotOursStayTexts) {
  const std::string page = html(hostile_report());
  EXPECT_EQ(count(page, "<img src=x"), 0U);
  EXPECT_EQ(page.find('\x1b'), std::string::npos);
  EXPECT_EQ(page.find('\xff'), std::string::npos);
  EXPECT_GE(count(page, "&lt;script&gt;"), 8U);
  EXPECT_TRUE(has(page, "{{{style}}}")) << "a template's tag in a text is text";
  EXPECT_EQ(count(page, "</title>"), count(page, "<title>"));
}

TEST(Html, HeadingsFollowEachOther) {
  const std::string page = html(hostile_report());
  const std::regex heading("<h([1-6])");
  int before = 0;
  for (auto m = std::sregex_iterator(page.begin(), page.end(), heading);
       m != std::sregex_iterator(); ++m) {
    const int level = std::stoi((*m)[1]);
    EXPECT_LE(level, before + 1);
    before = level;
  }
  EXPECT_EQ(count(page, "<h1"), 1U);
}

TEST(Html, ARunThatWasStoppedSaysSo) {
  Outcome outcome = sample_outcome();
  outcome.ending = Ending::kStoppedByHand;
  outcome.last_epoch = 4;
  const auto page = html(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_TRUE(has(page, "Stopped by hand in epoch 4"));
  EXPECT_FALSE(has(html(sample_report()), "Stopped by hand"));
}

TEST(Html, AnUnknownDevLossIsSaidToBeUnknown) {
  Outcome outcome = sample_outcome();
  for (Epoch& e : outcome.epochs) e.dev_loss.reset();
  const auto page = html(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_TRUE(has(page, "<td>not known</td>"));
  EXPECT_TRUE(has(page, "must have been a copy"));
  EXPECT_FALSE(has(html(sample_report()), "must have been a copy"));
}

TEST(Html, WithoutLogitsThereIsNoMatrixAndWithoutEpochsNoCurve) {
  Outcome outcome = sample_outcome();
  outcome.epochs.clear();
  outcome.dev_logits = outcome.test_logits = Array();
  outcome.parameters.clear();
  const auto page = html(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_TRUE(has(page, "its logits could not be computed"));
  EXPECT_TRUE(has(page, "Not one epoch was finished"));
  EXPECT_EQ(count(page, "class=\"curve"), 0U);
  EXPECT_EQ(count(page, "<h2>What the first layer has learnt"), 0U);
}

TEST(Html, NumbersMayBeAnything) {
  for (const double x : {kNan, kInfinite, -kInfinite, 1e300, -1e300, 1e-300}) {
    Outcome outcome = sample_outcome();
    for (Epoch& e : outcome.epochs) e = {x, x, x, x, x};
    for (Array* logits : {&outcome.dev_logits, &outcome.test_logits}) {
      for (double& logit : logits->values) logit = x;
    }
    for (Parameter& p : outcome.parameters) {
      for (double& w : p.after.values) w = x;
    }
    Report report = make_report("run 1", sample_settings(), sample_data(), outcome);
    report.other = parse_earlier_run(training::json(report));
    EXPECT_TRUE(has(html(report), "</html>")) << x;
  }
}

TEST(Html, AtMost32UnitsAreDrawn) {
  Outcome outcome = sample_outcome();
  outcome.parameters = {{"W0", Array({100, 784}, 0.1), Array({100, 784}, 0.2)}};
  const auto page = html(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_TRUE(has(page, "The first 32 of 100 units"));
  EXPECT_EQ(count(page, "width=\"56\""), 3U * 32U);
}

TEST(Html, WeightsThatStartAtZeroAreDrawnOnce) {
  EXPECT_EQ(count(html(sample_report()), "width=\"56\""), 10U);
}

TEST(Html, BesideAnotherRunWhatDiffersIsMarked) {
  Report report = sample_report();
  report.other = parse_earlier_run(training::json(report));
  EXPECT_EQ(count(html(report), "class=\"differs\""), 0U);
  report.other->settings.seed = 8;
  const std::string page = html(report);
  EXPECT_EQ(count(page, "class=\"differs\""), 1U);
  EXPECT_TRUE(has(page, "curve other dev"));
}

}  // namespace
}  // namespace gradus::training
