#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradus::roster {

/// The words of a text in UTF-8, without what writers of one name differ in: capital or small Latin
/// letters, accents, apostrophes. "L'ÉCUYER, Jean-Noël" is lecuyer, jean, noel.
///
/// Accents go as in ICU's Latin-ASCII transform: ö becomes o, ß ss, ł l. Other scripts stay as they
/// are.
[[nodiscard]] std::vector<std::string> folded_words(std::string_view text);

/// The folded words in their order, with blanks between them.
[[nodiscard]] std::string folded(std::string_view text);

/// The same in alphabetical order: equal for two writings of one name. Empty if there is no word.
[[nodiscard]] std::string name_key(std::string_view name);

/// Small instead of capital ASCII letters.
[[nodiscard]] std::string lower_case(std::string text);

/// Without blanks at its ends; blanks, tabs and line breaks within become one blank.
[[nodiscard]] std::string tidy(std::string_view text);

}  // namespace gradus::roster
