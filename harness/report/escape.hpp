#pragma once

#include <string>
#include <string_view>

namespace gradus::report {

/// Text that a student's program or file name may have shaped, made harmless for a terminal.
///
/// Control characters (which could clear the screen, forge a line or set the title) and
/// bytes that are not UTF-8 are shown as "\x1b"; bidirectional overrides as "\u202e". Line breaks
/// and tabs stay.
/// \param most bytes; of a longer text the start is kept, with a note of how much was cut. What was
///             cut before stays as it is.
[[nodiscard]] std::string visible(std::string_view text, std::size_t most = 4000);

/// A word of a command to be copied to a shell: in quotes where it needs them.
[[nodiscard]] std::string shell_word(const std::string& word);

}  // namespace gradus::report
