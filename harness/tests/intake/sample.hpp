#pragma once

#include "intake/intake.hpp"

namespace gradus::intake::test {

/// One of everything.
inline Intake sample() {
  const Lab& tp1 = *find_lab("tp1");
  Intake intake;
  intake.has_roster = true;
  intake.labs = {&tp1};
  HandIn ada;
  ada.student = {"s1", "Ada King", "ada@example.org", "ada", "100", "34", "7", "A"};
  ada.origin = {"Ada King_7", "all.zip", {"Ada King_7_assignsubmission_file_"}};
  ada.by = "full name";
  ada.commit = "0123456789abcdef0123456789abcdef01234567";
  ada.placement.taken = {{&tp1.exercises[1], "w/tp1/softmax.cpp", "text of softmax\n"}};
  ada.placement.missing = {&tp1.exercises[2]};
  ada.placement.problems = {"tp1/nll.cpp is there more than once"};
  ada.placement.remarks = {"a remark"};
  ada.placement.unknown = {"w/my\x1b[2J.hpp"};
  HandIn bob;
  bob.student.id = "s2";
  bob.origin = {"s2", "all.zip", {"s2"}};
  bob.by = "name of the upload";
  intake.hand_ins = {ada, bob};
  intake.unknown = {{{"Nobody", "all.zip", {"Nobody.zip"}}, "", {"s4", "s5"}, ""}};
  intake.conflicts = {{{"a", "all.zip", {"a"}}, "s6", {}, ""},
                      {{"b", "all.zip", {"b"}}, "s6", {}, ""}};
  intake.refused = {{{"eve", "all.zip", {"eve.zip"}}, "s7", {}, "the archive is damaged"}};
  intake.left_out = {{{"test", "all.zip", {"test"}}, "", {}, "--assign leaves it out"}};
  intake.without_upload = {{"s8", "Carl Gauss", "", "", "", "", "", ""}};
  intake.loose = {"notes.txt"};
  intake.unused = {"slip"};
  return intake;
}

}  // namespace gradus::intake::test
