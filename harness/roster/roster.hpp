#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "roster/columns.hpp"

namespace gradus::roster {

/// Who a student is, as far as the roster says. Text keeps its UTF-8; print it through
/// report::visible().
struct Student {
  std::string id;  ///< the key under which everything about the student is kept; see is_valid_id
  std::string name;
  std::string email;
  std::string login;
  std::string number;     ///< student number, which Canvas calls SIS user ID
  std::string canvas_id;  ///< Canvas' own number of the student
  std::string moodle_id;  ///< participant number in one Moodle assignment
  std::string section;
};

/// Whose an upload is, as far as its name and the platform's notes beside it say.
struct Owner {
  std::string label;  ///< the raw name of its folder or archive
  std::string name;
  std::string email;
  std::string login;
  std::string number;
  std::string canvas_id;
  std::string moodle_id;
};

/// The student whose an upload is.
struct Match {
  const Student* student = nullptr;        ///< null if nobody, or more than one, may be meant
  std::string by;                          ///< what told: "student number", "full name", ...
  std::vector<const Student*> candidates;  ///< if more than one may be meant: all of them
};

/// All students of a course, in the file's order.
///
/// An id is the first of these that a row has: the columns id, student number, login, email
/// address, Canvas id, Moodle participant number. No two students share one, not even in other
/// capitals.
class Roster {
 public:
  /// Reads a file: a Canvas gradebook export, a Moodle grading worksheet, list of participants or
  /// of grades, or a CSV file of the instructor's own. It is recognised by its header.
  /// \throws RosterError naming the file, the line and what to do.
  [[nodiscard]] static Roster read(const std::filesystem::path& path);

  /// \param name what to call the file in messages
  /// \throws RosterError as read() does
  [[nodiscard]] static Roster parse(std::string_view bytes, const std::string& name);

  [[nodiscard]] const std::vector<Student>& students() const { return students_; }

  /// The student with the id, in capital or small letters; null if there is none.
  [[nodiscard]] const Student* find(std::string_view id) const;

  /// Finds the student whom everything that is known of the owner agrees on; what fits nobody does
  /// not count. The label is compared with every key (id, number, login, email, ...), and, where
  /// there is no name, with the full names. Nothing is guessed: keys are equal, capitals apart, and
  /// full names have the same words in any order, capitals, accents and apostrophes apart.
  ///
  /// The pointers live as long as this roster.
  [[nodiscard]] Match match(const Owner& owner) const;

  /// What an instructor should know of the file: students who share a name, rows left out, ...
  [[nodiscard]] const std::vector<std::string>& remarks() const { return remarks_; }

 private:
  /// A student's keys in the form in which they are compared.
  struct Keys {
    std::string id, number, login, canvas_id, moodle_id, email, name;
  };

  static Roster of(const table::Table& table);
  void add(Student student, std::size_t line);
  void remark_on_shared_keys();

  std::vector<Student> students_;
  std::vector<Keys> keys_;                    ///< of each student
  std::vector<std::size_t> lines_;            ///< where each student stands in the file
  std::map<std::string, std::size_t> by_id_;  ///< students by Keys::id
  std::vector<std::string> remarks_;
};

}  // namespace gradus::roster
