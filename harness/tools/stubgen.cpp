#include "tools/stubgen.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "tools/source_line.hpp"
#include "tools/stub_mark.hpp"

namespace gradus::tools {
namespace {

/// One pass over the lines of a solution file.
class StubMaker {
 public:
  StubMaker(std::string_view name, std::string_view solution)
      : name_(name), lines_(split_lines(solution)) {}

  std::string make() {
    for (at_ = 0; at_ < lines_.size(); ++at_) take_line();
    if (!has_solution_) {
      throw StubError(
          std::string(name_) +
          ": there is no `// BEGIN SOLUTION(slug; arguments): hint` in this file, so its "
          "stub would give the whole solution away. Mark the part that students write.");
    }
    return std::move(stub_);
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& why) const {
    throw StubError(std::string(name_) + ":" + std::to_string(line + 1) + ": " + why);
  }

  [[nodiscard]] std::optional<Mark> mark_here() const {
    if (lines_[at_].ends_with('\r')) {
      fail(at_,
           "this line ends with CR LF, as Windows editors write it. Stubs are compared byte by "
           "byte: "
           "save the file with LF line ends.");
    }
    try {
      return find_mark(lines_[at_]);
    } catch (const std::invalid_argument& error) {
      fail(at_, error.what());
    }
  }

  void take_line() {
    const auto mark = mark_here();
    if (mark && !mark->begins)
      fail(at_, "END " + mark->region + " closes nothing: no region is open.");
    if (mark) {
      take_region(*mark);
    } else if (trimmed(lines_[at_]).ends_with(kSolutionOnly)) {
      after_dropped_line_ = true;
    } else {
      keep(lines_[at_]);
    }
  }

  void keep(std::string_view line) {
    const bool doubled = line.empty() && after_dropped_line_ && stub_.ends_with("\n\n");
    if (!doubled) write(std::string(line));
    after_dropped_line_ = false;
  }

  void write(const std::string& line) { stub_ += line + '\n'; }

  void take_region(const Mark& begin) {
    const std::size_t begin_line = at_;
    const std::string indent(indentation(lines_[at_]));
    check_exercise(begin.slug);
    if (begin.of_solution()) {
      write_todo(begin, indent);
      has_solution_ = true;
    } else {
      write(indent + "// Your own helpers go here.");
    }
    after_dropped_line_ = false;
    skip_to_end(begin, begin_line);
  }

  void check_exercise(const std::string& slug) {
    const std::string exercise = slug.substr(0, slug.find('.', slug.find('.') + 1));
    if (exercise_.empty()) exercise_ = exercise;
    if (exercise == exercise_) return;
    fail(at_,
         "this region is of " + exercise + ", an earlier one in this file is of " + exercise_ +
             ". One file holds one exercise, so that a compile error costs that exercise alone: "
             "correct the slug or move the code.");
  }

  void write_todo(const Mark& begin, const std::string& indent) {
    const std::string opening = indent + "// TODO(" + begin.slug + "): ";
    const std::size_t begin_line = at_;
    bool opened = !begin.hint.empty();
    if (opened) write(opening + begin.hint);
    for (const std::string_view line : take_hint_lines()) {
      write(opened ? std::string(line) : opening + std::string(comment_words(line)));
      opened = true;
    }
    if (!opened) {
      fail(begin_line, "the hint of " + begin.region +
                           " is empty. Say in a few words what students are to write.");
    }
    const std::string arguments = begin.arguments.empty() ? "" : ", " + begin.arguments;
    write(indent + "nn::todo(\"" + begin.slug + "\"" + arguments + ");");
  }

  /// The comment lines by which a hint goes on; leaves at_ on the last of them.
  std::vector<std::string_view> take_hint_lines() {
    std::vector<std::string_view> hint;
    for (++at_; at_ < lines_.size() && goes_on_with_hint(); ++at_) hint.push_back(lines_[at_]);
    --at_;
    return hint;
  }

  [[nodiscard]] bool goes_on_with_hint() const {
    return !mark_here() && is_comment(lines_[at_]) && !comment_words(lines_[at_]).empty();
  }

  void skip_to_end(const Mark& begin, std::size_t begin_line) {
    const std::string opened = begin.region + ", opened in line " + std::to_string(begin_line + 1);
    for (++at_; at_ < lines_.size(); ++at_) {
      const auto mark = mark_here();
      if (!mark) continue;
      if (mark->begins) {
        fail(at_, mark->region + " begins inside " + opened +
                      ". Regions do not nest: close that first.");
      }
      if (mark->region != begin.region) {
        fail(at_,
             "END " + mark->region + " closes " + opened + ". Write the same words at both ends.");
      }
      return;
    }
    fail(begin_line, begin.region + " is never closed. Add `// END " + begin.region +
                         "` below the part that students write.");
  }

  std::string_view name_;
  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;  ///< the current line
  std::string stub_;
  std::string exercise_;  ///< of the regions so far; empty before the first
  bool has_solution_ = false;
  bool after_dropped_line_ = false;
};

}  // namespace

std::string make_stub(std::string_view name, std::string_view solution) {
  return StubMaker(name, solution).make();
}

}  // namespace gradus::tools
