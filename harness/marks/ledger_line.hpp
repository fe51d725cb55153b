#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/exercise.hpp"

namespace gradus::marks {

/// A student and a lab, or one of its parts: what a line of a ledger is about.
using Key = std::pair<std::string, std::string>;

/// One line of a ledger, taken word by word. Words stand between blanks, text in quotation marks is
/// one word; % , and = are words wherever they stand, and # begins a comment.
class LedgerLine {
 public:
  /// \param where the line is, for messages: "late.txt, line 3"
  /// \throws MarksError if a quotation mark is not closed
  LedgerLine(std::string where, std::string_view text);

  [[nodiscard]] const std::string& where() const { return where_; }
  [[nodiscard]] bool at_end() const { return next_ == words_.size(); }

  /// Takes the next word if it is this one.
  bool accept(std::string_view word);

  // These take what they name. They throw MarksError if it does not come next.
  void expect(std::string_view word);
  void expect_end();
  /// The id of one of these students, as the list writes it; capitals do not count.
  std::string student(const std::vector<std::string>& students);
  const Lab& lab();
  /// A lab, an exercise or the MNIST part of a lab: "tp1", "tp1.softmax", "tp1.mnist".
  std::string lab_or_part();
  Points amount();
  /// The same with a sign before it: "+1", "-0.5".
  Points change();
  /// One or more numbers with units: "2 days 3 hours".
  std::chrono::seconds duration();
  /// Text in quotation marks.
  std::string reason();

  /// \throws MarksError that says what was expected in place of the next word
  [[noreturn]] void refuse(const std::string& expected) const;
  /// \throws MarksError that says what is wrong with the line
  [[noreturn]] void object(const std::string& problem) const;

 private:
  struct Word {
    std::string text;
    bool quoted = false;
  };

  [[nodiscard]] bool next_is_quoted() const { return !at_end() && words_[next_].quoted; }
  [[nodiscard]] std::string peek() const;

  std::string where_;
  std::string text_;
  std::vector<Word> words_;
  std::size_t next_ = 0;
};

/// Has each line of a ledger that says something read to its end.
/// \param name of the ledger, for messages
void each_line(const std::string& name, const std::string& text,
               const std::function<void(LedgerLine&)>& read);

/// "2 days 3 hours", "15 min".
[[nodiscard]] std::string duration_text(std::chrono::seconds time);

}  // namespace gradus::marks
