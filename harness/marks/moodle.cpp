#include "marks/moodle.hpp"

#include <algorithm>
#include <set>

#include "marks/error.hpp"
#include "marks/points.hpp"
#include "marks/worksheet.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"
#include "roster/columns.hpp"
#include "roster/fold.hpp"
#include "table/csv.hpp"
#include "table/formula.hpp"

namespace gradus::marks {
namespace {

using roster::tidy;

/// How a comment of ours begins, so that a later one may replace it.
constexpr std::string_view kOurs = "Gradus: ";

bool is_any(const std::string& word, std::string_view words) {
  return words.find("|" + roster::folded(word) + "|") != words.npos;
}

bool means_no(const std::string& word) {
  return is_any(word, "|no|non|nein|nao|nee|nej|nei|nie|ne|ei|hayir|ez|");
}

bool means_yes(const std::string& word) {
  return is_any(word, "|yes|oui|ja|si|sim|tak|ano|da|kylla|evet|bai|");
}

/// Moodle takes comments for HTML.
std::string html(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\n':
        out += "<br />";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void require_same_worth(const Worksheet& sheet, const LabMark& lab) {
  if (sheet.out_of == lab.out_of) return;
  throw MarksError("the maximum grade of this assignment is " + report::points_text(sheet.out_of) +
                   ", and " + lab.lab + " of this run is worth " + report::points_text(lab.out_of) +
                   " points: the marks would not mean the same. Set the maximum in Moodle and "
                   "download the worksheet again.");
}

/// Fills in one worksheet.
class Filler {
 public:
  Filler(Worksheet sheet, const WorksheetOptions& options)
      : sheet_(std::move(sheet)), options_(options) {}

  Filled fill(const std::vector<StudentMarks>& marks, const std::string& lab) {
    if (marks.empty()) throw MarksError("this run has no students");
    require_same_worth(sheet_, mark_in(marks.front(), lab));
    const Rows rows = find_rows(sheet_, marks);
    filled_.left = rows.problems;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (rows.of[i]) fill(sheet_.table.rows[*rows.of[i]], marks[i], mark_in(marks[i], lab));
    }
    list_strangers(rows);
    note_unknown_words();
    if (options_.comment && !sheet_.comments) {
      filled_.left.emplace_back(
          "Comments: the worksheet has no column for them. Switch on feedback comments in the "
          "assignment's settings and download it again");
    }
    filled_.bytes = table::write_table(sheet_.table);
    return std::move(filled_);
  }

 private:
  void fill(std::vector<std::string>& row, const StudentMarks& of, const LabMark& mark) {
    const std::string name = who(of.student);
    if (mark.state == State::kHeld) {
      filled_.left.push_back(name + ": held back");
    } else if (mark.state == State::kExcused) {
      filled_.left.push_back(name +
                             ": excused. A worksheet cannot say so: do it in Moodle's gradebook");
    } else if (means_no(row[sheet_.changeable])) {
      filled_.left.push_back(name + ": Moodle says that this grade may not be changed");
    } else {
      fill_grade(row[sheet_.grade], name, mark.mark);
      if (options_.comment && sheet_.comments) fill_comment(row[*sheet_.comments], name, of);
    }
  }

  void fill_grade(std::string& cell, const std::string& name, Points mark) {
    if (points_of(cell) == mark) return;
    const std::string before = tidy(cell);
    cell = table::number(mark, sheet_.decimal_sign.value_or(options_.decimal_sign));
    filled_.changes.push_back(name + ": " + cell +
                              (before.empty() ? "" : " in place of " + in_quotes(before)));
  }

  void fill_comment(std::string& cell, const std::string& name, const StudentMarks& of) {
    if (!tidy(cell).empty() && !cell.starts_with(kOurs)) {
      filled_.left.push_back(name + ": the comment that somebody wrote stays");
      return;
    }
    cell = std::string(kOurs) + html(options_.comment(of));
  }

  void list_strangers(const Rows& rows) {
    for (std::size_t r = 0; r < sheet_.table.rows.size(); ++r) {
      if (std::find(rows.of.begin(), rows.of.end(), r) != rows.of.end()) continue;
      const auto& row = sheet_.table.rows[r];
      filled_.left.push_back(in_quotes(row[0]) +
                             (sheet_.is_blind() ? "" : ", " + in_quotes(row[1])) +
                             " of the file: not in this run");
    }
  }

  void note_unknown_words() {
    std::set<std::string> words;
    for (const auto& row : sheet_.table.rows) words.insert(tidy(row[sheet_.changeable]));
    for (const std::string& word : words) {
      if (means_no(word) || means_yes(word)) continue;
      filled_.left.push_back(in_quotes(word) + " below " +
                             in_quotes(sheet_.table.header[sheet_.changeable]) +
                             " was not understood, so these rows were filled in too. Moodle skips "
                             "those of which a grade may not be changed");
    }
  }

  Worksheet sheet_;
  const WorksheetOptions& options_;
  Filled filled_;
};

/// A name that can stand before the first "_" of a folder: Moodle splits there.
std::string folder_name(const std::string& text) {
  std::string name;
  for (const char c : tidy(report::visible(text))) {
    constexpr std::string_view kReplaced = "_/\\:*?\"<>|";
    name += kReplaced.find(c) == kReplaced.npos ? c : ' ';
  }
  name = tidy(name);
  // Moodle passes over hidden files.
  name.erase(0, std::min(name.find_first_not_of(".~ "), name.size()));
  return name.empty() ? "Participant" : name;
}

/// "Ada Lovelace_12_assignsubmission_file_", as Moodle names the folders of its own downloads. The
/// last "_" is needed before version 4.1 and does no harm later.
std::string folder_of(const Worksheet& sheet, const std::vector<std::string>& row) {
  const std::string identifier = tidy(row[0]);
  const std::string number = roster::participant_number(identifier);
  const std::string name =
      sheet.is_blind() ? identifier.substr(0, identifier.size() - number.size()) : row[1];
  return folder_name(name) + "_" + number + "_assignsubmission_file_";
}

/// TableError in terms of what the caller knows.
template <typename Work>
auto explained(const Work& work) {
  try {
    return work();
  } catch (const table::TableError& e) {
    throw MarksError(e.what());
  }
}

}  // namespace

Filled fill_worksheet(std::string_view bytes, const std::vector<StudentMarks>& marks,
                      const std::string& lab, const WorksheetOptions& options) {
  return explained([&] {
    return Filler(read_worksheet(table::parse_table(bytes), options.grade_column), options)
        .fill(marks, lab);
  });
}

Feedback moodle_feedback(std::string_view worksheet, const std::vector<StudentMarks>& marks,
                         const std::string& lab, const std::string& file_name,
                         const std::function<std::string(const StudentMarks&)>& text) {
  return explained([&] {
    const Worksheet sheet = read_worksheet(table::parse_table(worksheet), "");
    const Rows rows = find_rows(sheet, marks);
    Feedback feedback{{}, rows.problems};
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (!rows.of[i]) continue;
      if (mark_in(marks[i], lab).has_number()) {
        feedback.files[folder_of(sheet, sheet.table.rows[*rows.of[i]]) + "/" + file_name] =
            text(marks[i]);
      } else {
        feedback.left.push_back(who(marks[i].student) + ": " +
                                std::string(name(mark_in(marks[i], lab).state)));
      }
    }
    return feedback;
  });
}

}  // namespace gradus::marks
