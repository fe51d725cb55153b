#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "sandbox/confinement.hpp"

namespace gradus::toolchain {

/// The words of the contract headers of a lab (comments left out): the names that every file of the
/// lab may share.
[[nodiscard]] std::set<std::string> header_words(const std::filesystem::path& folder);

/// The names that an object file offers to other files, as the linker sees them (mangled):
/// functions and variables with external linkage, inline functions and templates too.
///
/// Copies of the standard library's, the kit's and the contract headers' inline functions are left
/// out: every file may hold those.
/// \param shared header_words() of the lab
/// \throws std::runtime_error if the file cannot be read as an object
[[nodiscard]] std::set<std::string> outside_names(const std::filesystem::path& object,
                                                  const std::set<std::string>& shared,
                                                  const sandbox::Confinement& confinement);

/// A name as C++ writes it: "tp1::shifted(double)".
[[nodiscard]] std::string demangle(const std::string& name);

}  // namespace gradus::toolchain
