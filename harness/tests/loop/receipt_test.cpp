#include "loop/receipt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/json.hpp"

namespace gradus::loop {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

toolchain::Submission two_files() {
  toolchain::Submission s;
  s.hash = "f00";
  s.files["tp1.softmax"] = {toolchain::SourceFile::State::kThere, "abc", ""};
  s.files["tp1.nll"] = {toolchain::SourceFile::State::kThere, "x", ""};
  s.files["tp1.train"] = {};
  return s;
}

Fingerprint some_fingerprint() {
  return {"f00", "0.1.0", "GNU 12", "-O1", "native", "cpu", "namespaces", "1"};
}

Results some_results() {
  Results results;
  results.fingerprint = some_fingerprint();
  LabResult lab;
  lab.name = "tp1";
  ExerciseResult e;
  e.slug = "tp1.softmax";
  e.verdict = Verdict::kWrong;
  e.points = 250;
  e.out_of = 400;
  lab.exercises.push_back(e);
  results.labs.push_back(lab);
  return results;
}

Receipt receipt() {
  return read_receipt(receipt_text(two_files(), "a1", report::json(some_results())));
}

TEST(Receipt, KeepsFilesInputsAndOutcomes) {
  const Receipt r = receipt();
  // The digest of "abc" is the example of FIPS 180-2.
  EXPECT_EQ(r.files.at("tp1/softmax.cpp"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_THAT(r.files, SizeIs(2)) << "a missing file is not handed in";
  EXPECT_EQ(r.fingerprint, receipt_of(two_files(), some_fingerprint()).fingerprint);
  EXPECT_EQ(r.outcomes.at("tp1.softmax"), "wrong, 2.5 / 4.0");
}

TEST(Receipt, IsReadFromAReportToo) {
  const Receipt r = read_receipt(report::json(some_results()));
  EXPECT_THAT(r.files, IsEmpty());
  EXPECT_EQ(r.outcomes, receipt().outcomes);
}

TEST(Receipt, RefusesWhatIsNone) {
  for (const char* text : {"", "{", "[]", "7", "{}", R"({"fingerprint":{"a":1},"labs":[]})",
                           R"({"fingerprint":{},"labs":[{"exercises":[{"slug":7}]}]})",
                           R"({"results":7})", R"({"files":[],"fingerprint":{},"labs":[]})"}) {
    EXPECT_THROW(static_cast<void>(read_receipt(text)), std::runtime_error) << text;
  }
}

std::vector<std::string> names(const std::vector<Difference>& differences) {
  std::vector<std::string> all;
  for (const Difference& d : differences) all.push_back(d.what);
  return all;
}

TEST(Receipt, TheSameInputsDifferInNothing) {
  EXPECT_THAT(input_differences(receipt(), receipt_of(two_files(), some_fingerprint())), IsEmpty());
}

TEST(Receipt, EachInputThatDiffersIsNamed) {
  Receipt other = receipt();
  for (auto& [what, value] : other.fingerprint) value += " other";
  EXPECT_THAT(names(input_differences(receipt(), other)),
              ElementsAre("arch", "compiler", "cpu", "flags", "harness", "isolation", "seed"))
      << "the files say more than the hash of all of them";
  other = receipt();
  other.files["tp1/softmax.cpp"] = "0";
  other.files.erase("tp1/nll.cpp");
  EXPECT_THAT(names(input_differences(receipt(), other)),
              ElementsAre("tp1/nll.cpp", "tp1/softmax.cpp"));
  other.files.clear();
  other.fingerprint["submission"] = "0";
  EXPECT_THAT(names(input_differences(receipt(), other)), ElementsAre("submission"));
}

TEST(Receipt, OutcomesAreComparedWhereBothHaveOne) {
  Receipt other = receipt();
  EXPECT_THAT(outcome_differences(receipt(), other), IsEmpty());
  other.outcomes["tp2.tanh"] = "passed, 2.0 / 2.0";
  EXPECT_THAT(outcome_differences(receipt(), other), IsEmpty());
  other.outcomes["tp1.softmax"] = "passed, 4.0 / 4.0";
  EXPECT_THAT(names(outcome_differences(receipt(), other)), ElementsAre("tp1.softmax"));
}

}  // namespace
}  // namespace gradus::loop
