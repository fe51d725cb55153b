#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "catalogue/exercise.hpp"

/// C++ sources made from the files of the bank.
namespace gradus::mistakes {

/// One source that holds every mistake of an exercise.
///
/// Each version stands in a namespace of its own, together with the exercise's binding, so that all
/// of them are compiled and linked once: the softmax of
/// `version_no_shift` beside that of `version_no_max`.
/// \param root the project's folder
[[nodiscard]] std::string mistakes_source(const std::filesystem::path& root, const Exercise& e);

/// The same for the solution, the stub and every right variant.
[[nodiscard]] std::string variants_source(const std::filesystem::path& root, const Exercise& e);

/// The definitions of mistakes_of() and variants_of().
/// \throws std::runtime_error if a head is not in order, or a twin does not exist
[[nodiscard]] std::string table_source(const std::filesystem::path& root,
                                       std::span<const Lab> labs);

}  // namespace gradus::mistakes
