#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace gradus::tools {

/// A solution file that the generator does not accept; what() names the file, the line and the
/// remedy.
class StubError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The text that a student starts from, made from the text of a solution file.
///
/// A solution file marks what is the student's to find. Everything outside the marks is kept as it
/// is.
///
/// | in the solution                                     | in the stub                           |
/// |-----------------------------------------------------|---------------------------------------|
/// | `// BEGIN SOLUTION(slug; arguments): hint` to `// END SOLUTION(slug)` | `// TODO(slug): hint`
/// and `nn::todo("slug", arguments);` | | `// BEGIN HELPERS(slug)` to `// END HELPERS(slug)`  | `//
/// Your own helpers go here.`        | | a line that ends with `// SOLUTION ONLY`            |
/// nothing                               |
///
/// - The hint may go on in the `//` lines that follow BEGIN. A bare `//` or the first line of code
/// ends
///   it, so a solution that opens with a comment of its own puts a bare `//` before that comment.
/// - The arguments are those that the exercise will use: naming them in the call keeps the stub
/// free of
///   "unused parameter" warnings. They may be left out together with the semicolon.
/// - A file belongs to one exercise: all its slugs share their first two parts (`tp2.deep_network`,
///   `tp2.deep_network.forward`).
/// - Where a dropped line stood between two blank lines, one of the two goes with it.
///
/// @param name  the file's name, for messages only
/// @param solution  the whole text of the file, with LF line ends
/// @throws StubError if a mark is misspelt, nested, not closed, closed twice or stands inside a
/// line of
///   code, if the slugs disagree, if a hint is empty, if a line ends with CR LF, or if the file has
///   no SOLUTION region at all (its stub would give the whole solution away)
std::string make_stub(std::string_view name, std::string_view solution);

}  // namespace gradus::tools
