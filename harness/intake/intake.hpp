#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "intake/assignments.hpp"
#include "intake/placement.hpp"
#include "roster/roster.hpp"

namespace gradus::intake {

/// What the instructor asks for.
struct Order {
  std::vector<std::filesystem::path> sources;
  const roster::Roster* roster = nullptr;  ///< nullptr: ids are made of the uploads' labels
  Assignments assignments;
  Wanted wanted;
  std::function<void(const std::string& what)> step = [](const std::string&) {};
};

/// Where an upload comes from.
struct Origin {
  std::string label;
  std::string source;
  std::vector<std::string> names;
};

/// A student whose upload is taken.
struct HandIn {
  roster::Student student;
  Origin origin;
  std::string by;  ///< how the student was told: "full name", "--assign", "label"
  std::string commit;
  Placement placement;
};

/// An upload of which nothing is taken, and why.
struct Aside {
  Origin origin;
  std::string student;                  ///< id, where it is known
  std::vector<std::string> candidates;  ///< ids of the students it could be of
  std::string reason;
};

/// What became of every upload and of every student. Lists are in the order of ids or labels.
struct Intake {
  bool has_roster = false;
  std::vector<const Lab*> labs;  ///< that were asked for; empty: every lab
  std::vector<HandIn> hand_ins;
  std::vector<Aside> unknown;    ///< nobody's
  std::vector<Aside> conflicts;  ///< several for one student
  std::vector<Aside> refused;
  std::vector<Aside> left_out;          ///< on purpose, or because a later one counts
  std::vector<roster::Student> roster;  ///< all of it, in its order
  std::vector<roster::Student> without_upload;
  std::vector<std::string> loose;   ///< files beside the students' folders
  std::vector<std::string> unused;  ///< labels of --assign that no upload has
  std::vector<std::string> roster_remarks;

  /// Whether nothing is left to do for anybody.
  [[nodiscard]] bool is_complete() const;
};

/// Reads all uploads and decides whose they are. Writes nothing.
/// \throws IntakeError if a source or an assignment makes no sense
[[nodiscard]] Intake take_in(const Order& order);

}  // namespace gradus::intake
