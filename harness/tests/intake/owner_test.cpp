#include "intake/owner.hpp"

#include <gtest/gtest.h>

namespace gradus::intake {
namespace {

TEST(MoodleName, SaysNameAndParticipant) {
  for (const char* name : {"Zo\u00eb de la Cruz_123_assignsubmission_file",
                           "Zo\u00eb de la Cruz_123_assignsubmission_file_",
                           "Zo\u00eb de la Cruz_123_assignsubmission_onlinetext"}) {
    const auto named = moodle_name(name);
    ASSERT_TRUE(named) << name;
    EXPECT_EQ(named->owner.label, "Zo\u00eb de la Cruz_123");
    EXPECT_EQ(named->owner.name, "Zo\u00eb de la Cruz");
    EXPECT_EQ(named->owner.moodle_id, "123");
    EXPECT_EQ(named->rest, "");
  }
}

TEST(MoodleName, SaysTheFilesOwnNameWithoutFolders) {
  const auto named = moodle_name("Ada_King_7_assignsubmission_file_tp1_final_v2.zip");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->owner.name, "Ada_King");
  EXPECT_EQ(named->owner.moodle_id, "7");
  EXPECT_EQ(named->rest, "tp1_final_v2.zip");
}

TEST(MoodleName, IsNoOther) {
  for (const char* name :
       {"Ada", "Ada_assignsubmission_file", "_7_assignsubmission_file",
        "Ada_x7_assignsubmission_file", "Ada__assignsubmission_file", "Ada_7_submission_file"}) {
    EXPECT_FALSE(moodle_name(name)) << name;
  }
}

TEST(CanvasName, SaysUserAndFile) {
  const auto named = canvas_name("lovelaceada_3409_208490_tp1-1.zip");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->owner.label, "lovelaceada_3409");
  EXPECT_EQ(named->owner.canvas_id, "3409");
  EXPECT_EQ(named->order, 208490U);
  EXPECT_EQ(named->rest, "tp1-1.zip");
}

TEST(CanvasName, IsTheSameStudentsWhenLate) {
  const auto named = canvas_name("lovelaceada_LATE_3409_208491_softmax_1_2_3.cpp");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->owner.label, "lovelaceada_3409");
  EXPECT_EQ(named->order, 208491U);
  EXPECT_EQ(named->rest, "softmax_1_2_3.cpp");
}

TEST(CanvasName, IsNoOther) {
  for (const char* name : {"ada.zip", "ada_1_tp1.zip", "_1_2_tp1.zip", "ada_1_2_", "ada_1_b_2.zip",
                           "ada_1_99999999999999999999999_a.zip"}) {
    EXPECT_FALSE(canvas_name(name)) << name;
  }
}

}  // namespace
}  // namespace gradus::intake
