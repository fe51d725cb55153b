#include "training/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/training/samples.hpp"

namespace gradus::training {
namespace {

using nlohmann::json;
using testing::HasSubstr;

json parsed(const Report& report) { return json::parse(training::json(report)); }

std::string refusal(const std::string& text) {
  try {
    static_cast<void>(parse_earlier_run(text));
  } catch (const EarlierRunError& e) {
    return e.what();
  }
  return "(accepted)";
}

TEST(Json, HoldsWhatTheReportShows) {
  const auto all = parsed(sample_report());
  EXPECT_EQ(all["schema"], "gradus-training/1");
  EXPECT_EQ(all["settings"]["seed"], 7);
  EXPECT_EQ(all["epochs"].size(), 3U);
  EXPECT_EQ(all["epochs"][1]["dev_loss"], 0.4);
  EXPECT_EQ(all["reading"]["verdict"], "still_improving");
  EXPECT_EQ(all["dev"]["confusion"][2][7], 1);
  EXPECT_EQ(all["dev"]["surest_mistakes"][0]["image"], 2);
  EXPECT_EQ(all["test_accuracy"], 1.0);
  EXPECT_EQ(all["parameters"][0]["norm_of_change"], 0.25 * std::sqrt(7840.0));
  EXPECT_EQ(all["ending"]["how"], "finished");
}

TEST(Json, WhatIsNotKnownIsNullAndWhatIsNoNumberIsAText) {
  Outcome outcome = sample_outcome();
  outcome.epochs[0].dev_loss.reset();
  outcome.epochs[1].dev_loss = kNan;
  outcome.epochs[2].train_loss = kInfinite;
  outcome.dev_logits = Array();
  const auto all = parsed(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_TRUE(all["epochs"][0]["dev_loss"].is_null());
  EXPECT_EQ(all["epochs"][1]["dev_loss"], "NaN");
  EXPECT_EQ(all["epochs"][2]["train_loss"], "Infinity");
  EXPECT_TRUE(all["dev"].is_null());
}

TEST(Json, TextsOfTheStudentsAreMadeVisible) {
  Outcome outcome = sample_outcome();
  outcome.ending = Ending::kException;
  outcome.message = "\x1b[2J\xff";
  outcome.parameters[0].name = "W\xe2\x80\xae";
  const auto all = parsed(make_report("run 1", sample_settings(), sample_data(), outcome));
  EXPECT_EQ(all["ending"]["message"], "\\x1b[2J\\xff");
  EXPECT_EQ(all["parameters"][0]["name"], "W\\u202e");
}

TEST(EarlierRun, IsReadFromWhatWasWritten) {
  Report report = sample_report();
  report.epochs[0].dev_loss.reset();
  report.epochs[1].train_loss = kInfinite;
  const EarlierRun run = parse_earlier_run(training::json(report));
  EXPECT_EQ(run.name, "run 4");
  EXPECT_EQ(run.settings, report.settings);
  EXPECT_EQ(run.made, report.made);
  EXPECT_EQ(run.epochs, report.epochs);
  EXPECT_EQ(run.dev_accuracy, 0.8);
  EXPECT_EQ(run.test_accuracy, 1.0);
}

TEST(EarlierRun, OtherFilesAreRefused) {
  EXPECT_THAT(refusal(""), HasSubstr("no JSON"));
  EXPECT_THAT(refusal("[]"), HasSubstr("without 'schema'"));
  EXPECT_THAT(refusal("7"), HasSubstr("without 'schema'"));
  EXPECT_THAT(refusal(R"({"schema": 7})"), HasSubstr("a text as 'schema'"));
  EXPECT_THAT(refusal(R"({"schema": "gradus-results/1"})"), HasSubstr("gradus-results/1"));
  EXPECT_THAT(refusal(std::string(100'000, '[')), HasSubstr("no JSON"));
}

TEST(EarlierRun, EveryFieldThatIsMissingOrOfAnotherTypeIsNamed) {
  const auto good = parsed(sample_report());
  for (const char* field : {"run", "settings", "made", "epochs", "dev", "test_accuracy"}) {
    auto without = good;
    without.erase(field);
    EXPECT_THAT(refusal(without.dump()), HasSubstr(field));
    auto other = good;
    other[field] = json::array({json::object()});
    EXPECT_NE(refusal(other.dump()), "(accepted)") << field;
  }
  for (const auto& [key, value] : good["settings"].items()) {
    auto other = good;
    other["settings"][key] = json::array();
    EXPECT_THAT(refusal(other.dump()), HasSubstr(key));
  }
  for (const auto& [key, value] : good["epochs"][0].items()) {
    auto other = good;
    other["epochs"][1][key] = "seven";
    EXPECT_THAT(refusal(other.dump()), HasSubstr(key));
  }
}

TEST(EarlierRun, CountsThatAreNoneAreRefused) {
  for (const double count : {-1.0, 1e18, 1e300}) {
    auto other = parsed(sample_report());
    other["settings"]["epochs"] = count;
    EXPECT_THAT(refusal(other.dump()), HasSubstr("epochs"));
  }
}

TEST(EarlierRun, TooManyEpochsAreRefused) {
  auto other = parsed(sample_report());
  const json epoch = other["epochs"][0];
  for (Index i = 0; i < kMaxEpochs; ++i) other["epochs"].push_back(epoch);
  EXPECT_THAT(refusal(other.dump()), HasSubstr("at most 10,000"));
}

}  // namespace
}  // namespace gradus::training
