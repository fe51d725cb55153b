#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "sandbox/confinement.hpp"

namespace gradus::toolchain {

/// Looked up without a copy of the name, which may be long.
using Words = std::set<std::string, std::less<>>;

/// The words of the contract headers of a lab (comments left out): the names that every file of the
/// lab may share.
[[nodiscard]] Words header_words(const std::filesystem::path& folder);

/// The names that an object file offers to other files, as the linker sees them (mangled):
/// functions and variables with external linkage, inline functions and templates too.
///
/// Copies of the standard library's, the kit's and the contract headers' inline functions are left
/// out: every file may hold those.
/// \param shared header_words() of the lab
/// \throws std::runtime_error if the file cannot be read as an object
[[nodiscard]] std::set<std::string> outside_names(const std::filesystem::path& object,
                                                  const Words& shared,
                                                  const sandbox::Confinement& confinement);

/// The pure part of outside_names(): what is left of a listing by `readelf --symbols --wide`. A
/// student may have chosen every byte of it.
[[nodiscard]] std::set<std::string> listed_names(const std::string& listing, const Words& shared);

/// A name as C++ writes it: "tp1::shifted(double)"; the name itself if it is none of C++.
///
/// Some hundred bytes can be a name of many gigabytes, so a child process writes it out, behind
/// walls and within limits. A name that breaks them stays as it is.
[[nodiscard]] std::string demangle(const std::string& name,
                                   const sandbox::Confinement& confinement);

}  // namespace gradus::toolchain
