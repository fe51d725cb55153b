#include "intake/placement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/intake/archives.hpp"

namespace gradus::intake {
namespace {

using test::thrown;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

Upload upload_with(const std::vector<UploadedFile>& files,
                   const std::vector<std::string>& others = {}) {
  Upload upload;
  upload.files = files;
  upload.others = others;
  return upload;
}

UploadedFile file(const std::string& path, const std::string& text = "x", std::uint64_t order = 0) {
  return {path, text, false, order};
}

Wanted labs(std::initializer_list<const char*> names) {
  Wanted wanted;
  for (const char* name : names) wanted.labs.push_back(find_lab(name));
  wanted.given = {"tp1/affine.cpp", "tp1/softmax.hpp", "tp2/tensor.cpp", "nn/rng.hpp"};
  return wanted;
}

std::vector<std::pair<std::string, std::string>> taken(const Placement& placement) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Taken& t : placement.taken) all.emplace_back(t.exercise->slug, t.path);
  return all;
}

std::vector<std::string> missing(const Placement& placement) {
  std::vector<std::string> all;
  for (const Exercise* e : placement.missing) all.emplace_back(e->file);
  return all;
}

TEST(Placement, GoesByTheLastTwoPartsOfAPath) {
  const Placement p = place(upload_with({file("a/b/tp1/nll.cpp"), file("labs/tp2/nll.cpp"),
                                         file("tp1/softmax.cpp"), file("old/evaluate.cpp")}),
                            labs({}));
  EXPECT_THAT(taken(p),
              ElementsAre(Pair("tp1.softmax", "tp1/softmax.cpp"),
                          Pair("tp1.nll", "a/b/tp1/nll.cpp"), Pair("tp2.nll", "labs/tp2/nll.cpp")));
  EXPECT_THAT(p.unknown, ElementsAre("old/evaluate.cpp"));
  EXPECT_THAT(p.problems, IsEmpty());
}

TEST(Placement, NamesWhatIsMissingFromTheLabsThatAreThere) {
  const Placement p = place(upload_with({file("tp1/nll.cpp")}), labs({}));
  EXPECT_THAT(missing(p), ElementsAre("tp1/backward_affine.cpp", "tp1/softmax.cpp",
                                      "tp1/backward_nll.cpp", "tp1/evaluate.cpp", "tp1/train.cpp"));
}

TEST(Placement, NamesWhatIsMissingFromTheLabsAskedFor) {
  const Placement p = place(upload_with({file("tp1/nll.cpp")}), labs({"tp2"}));
  EXPECT_THAT(p.taken, IsEmpty());
  EXPECT_THAT(missing(p), Contains("tp2/tanh.cpp"));
  EXPECT_THAT(missing(p), Not(Contains("tp1/softmax.cpp")));
  EXPECT_THAT(p.problems, ElementsAre(HasSubstr("none of the files that students write")));
}

TEST(Placement, TakesAFlatUploadForOneLabAlone) {
  const Upload flat = upload_with({file("work/nll.cpp"), file("work/softmax.cpp")},
                                  {"work/affine.cpp", "work/extra.cpp"});
  EXPECT_THAT(
      taken(place(flat, labs({"tp1"}))),
      ElementsAre(Pair("tp1.softmax", "work/softmax.cpp"), Pair("tp1.nll", "work/nll.cpp")));
  EXPECT_THAT(place(flat, labs({"tp1"})).unknown, ElementsAre("work/extra.cpp"));
  for (const Wanted& wanted : {labs({}), labs({"tp1", "tp2"})}) {
    const Placement p = place(flat, wanted);
    EXPECT_THAT(p.taken, IsEmpty());
    EXPECT_THAT(p.problems, ElementsAre(HasSubstr("work/nll.cpp, work/softmax.cpp. Say which lab "
                                                  "they are for by one --lab")));
  }
}

TEST(Placement, TakesNoFlatFileBesideALabsFolder) {
  const Placement p = place(upload_with({file("nll.cpp"), file("tp1/softmax.cpp")}), labs({"tp1"}));
  EXPECT_THAT(taken(p), ElementsAre(Pair("tp1.softmax", "tp1/softmax.cpp")));
  EXPECT_THAT(p.unknown, ElementsAre("nll.cpp"));
}

TEST(Placement, TellsWhichLabAFlatFilesTextNames) {
  const Placement p = place(upload_with({file("nll.cpp", "#include \"tp2/nll.hpp\"\n"),
                                         file("softmax.cpp", "namespace tp1 {}")}),
                            labs({}));
  EXPECT_THAT(p.problems,
              ElementsAre(HasSubstr("Their own text names tp1 in softmax.cpp; tp2 in nll.cpp")));
}

TEST(Placement, TakesNeitherOfTwoFilesThatDiffer) {
  const Placement p =
      place(upload_with({file("a/tp1/nll.cpp", "1"), file("b/tp1/nll.cpp", "2")}), labs({"tp1"}));
  EXPECT_THAT(p.taken, IsEmpty());
  EXPECT_THAT(p.problems, ElementsAre(HasSubstr("a/tp1/nll.cpp, b/tp1/nll.cpp. None was taken")));
  EXPECT_THAT(missing(p), Contains("tp1/nll.cpp"));
}

TEST(Placement, TakesOneOfTwoFilesThatAreTheSame) {
  const Placement p =
      place(upload_with({file("a/tp1/nll.cpp", "1"), file("b/tp1/nll.cpp", "1")}), labs({"tp1"}));
  EXPECT_THAT(taken(p), ElementsAre(Pair("tp1.nll", "a/tp1/nll.cpp")));
  EXPECT_THAT(p.problems, IsEmpty());
}

TEST(Placement, PrefersTheLabsFolderOfACopyOfTheProject) {
  const Placement p = place(upload_with({file("gradus/harness/specs/tp1/nll.cpp", "ours"),
                                         file("gradus/labs/tp1/nll.cpp", "theirs")}),
                            labs({}));
  EXPECT_THAT(taken(p), ElementsAre(Pair("tp1.nll", "gradus/labs/tp1/nll.cpp")));
  EXPECT_THAT(p.remarks, IsEmpty());
}

TEST(Placement, SaysWhatItPassedOver) {
  const Placement p =
      place(upload_with({file("labs/tp1/nll.cpp", "1"), file("tp1/nll.cpp", "2")}), labs({}));
  EXPECT_THAT(taken(p), ElementsAre(Pair("tp1.nll", "labs/tp1/nll.cpp")));
  EXPECT_THAT(p.remarks,
              ElementsAre(HasSubstr("lies in labs/, so this was not taken: tp1/nll.cpp")));
}

TEST(Placement, TakesTheFileThatThePlatformSaysCameLast) {
  const Placement p =
      place(upload_with({file("a.zip/tp1/nll.cpp", "1", 7), file("b.zip/tp1/nll.cpp", "2", 5)}),
            labs({}));
  EXPECT_THAT(taken(p), ElementsAre(Pair("tp1.nll", "a.zip/tp1/nll.cpp")));
  EXPECT_THAT(p.remarks, ElementsAre(HasSubstr("came last, so this was not taken: b.zip/tp1")));
}

TEST(Placement, RefusesNamesThatDifferByCapitalsAlone) {
  EXPECT_THAT(thrown<Refusal>([] {
                (void)place(upload_with({file("tp1/Nll.cpp"), file("tp1/nll.cpp")}), labs({}));
              }),
              HasSubstr("tp1/nll.cpp, tp1/Nll.cpp"));
}

TEST(Placement, TakesNoNameInCapitals) {
  const Placement p = place(upload_with({file("TP1/Nll.cpp")}), labs({"tp1"}));
  EXPECT_THAT(p.taken, IsEmpty());
  EXPECT_THAT(p.problems, Contains(HasSubstr("TP1/Nll.cpp was not taken: the exercise's file is "
                                             "tp1/nll.cpp, in small letters")));
}

TEST(Placement, TakesNoFileForAnotherLabThanItsFolderNames) {
  EXPECT_THAT(place(upload_with({file("TP1/nll.cpp")}), labs({"tp2"})).taken, IsEmpty());
  EXPECT_THAT(place(upload_with({file("tp1/nll.cpp")}), labs({"tp2"})).taken, IsEmpty());
}

TEST(Placement, RefusesAFileThatIsTooLargeWhereItCounts) {
  UploadedFile large = file("tp1/nll.cpp");
  large.too_large = true;
  EXPECT_THAT(thrown<Refusal>([&] { (void)place(upload_with({large}), labs({})); }),
              HasSubstr("tp1/nll.cpp is larger than 256 KiB"));
  large.path = "old/nll.cpp";
  EXPECT_THAT(place(upload_with({large, file("tp1/nll.cpp")}), labs({})).unknown,
              ElementsAre("old/nll.cpp"));
}

TEST(Placement, NamesNoMoreThanAFewOfManyFiles) {
  std::vector<UploadedFile> many;
  for (int i = 0; i < 5'000; ++i) {
    many.push_back(file(std::to_string(i) + "/tp1/nll.cpp", std::to_string(i)));
    many.push_back(file(std::to_string(i) + "/tp1/Nll.cpp"));
    many.back().path += "/tp1/NLL.cpp";
  }
  const Placement p = place(upload_with(many, std::vector<std::string>(5'000, "tp1/x")), labs({}));
  EXPECT_THAT(p.problems, ElementsAre(HasSubstr("7/tp1/nll.cpp and 4992 more")));
  EXPECT_LT(p.problems[0].size(), 400U);
}

TEST(Placement, KnowsGivenFiles) {
  const Placement p = place(upload_with({file("tp1/nll.cpp")}, {"tp1/affine.cpp", "tp1/softmax.hpp",
                                                                "labs/kit/nn/rng.hpp", "my.hpp"}),
                            labs({}));
  EXPECT_THAT(p.unknown, ElementsAre("my.hpp"));
}

}  // namespace
}  // namespace gradus::intake
