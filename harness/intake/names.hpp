#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The names of files and folders in uploads.
namespace gradus::intake {

/// A name as UTF-8: as it stands if it is UTF-8 already, else taken for CP437 (the character set of
/// zip) or Windows-1252. A guess, good for showing.
[[nodiscard]] std::string decode_name(std::string_view bytes, bool from_zip);

/// A name of one line, harmless on a terminal, by which people can refer to an upload.
[[nodiscard]] std::string label_of(std::string_view name);

/// "a/b/c" as {"a", "b", "c"}; empty parts and "." are left out.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view path);

/// The last two parts of a path, "tp1/softmax.cpp"; the last alone if there is one.
[[nodiscard]] std::string last_two(std::string_view path);

/// The last part of a path.
[[nodiscard]] std::string_view base_name(std::string_view path);

/// ASCII letters in lower case.
[[nodiscard]] std::string lower(std::string_view text);

/// Whether the path leads out of its folder: an absolute one, a drive letter, a part "..".
[[nodiscard]] bool leads_out(std::string_view path);

/// Whether a part of a path is what systems, editors and builds leave behind: __MACOSX, .DS_Store,
/// "softmax.cpp~", build folders.
[[nodiscard]] bool is_noise(std::string_view part);

/// Whether any part of the path is noise.
[[nodiscard]] bool passes_noise(std::string_view path);

/// Whether the name is that of an archive that can be read here.
[[nodiscard]] bool is_archive(std::string_view name);

/// Whether the name is that of an archive of another format, such as .rar.
[[nodiscard]] bool is_foreign_archive(std::string_view name);

/// The name of an archive without its ending: "alice" for "alice.tar.gz".
[[nodiscard]] std::string stem(std::string_view name);

}  // namespace gradus::intake
