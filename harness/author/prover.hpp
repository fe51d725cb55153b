#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "sandbox/verdict.hpp"
#include "toolchain/recipe.hpp"

/// Proves the checks of an exercise against its bank: every mistake is caught by the check that it
/// names, every right version passes, and every mistake is recognised as itself and as no other.
namespace gradus::author {

/// What the checks and the diagnosis made of one version.
struct VersionReport {
  enum class Kind { kSolution, kStub, kVariant, kMistake } kind = Kind::kVariant;
  std::string name;
  std::string first_failure;           ///< idea of the first check that fails; empty if none does
  Verdict verdict = Verdict::kPassed;  ///< of that check
  std::string story;                   ///< what the student would see first
  std::string expected;                ///< the check that must fail first; empty if none must
  bool diagnosed = false;              ///< mistakes: recognised as itself or its twin
  std::vector<std::string> taken_for;  ///< mistakes: others, no twins, that answer alike

  [[nodiscard]] bool as_it_must() const;
};

struct CheckReport {
  std::string idea;
  double seconds = 0.0;   ///< on the solution
  double margin = 0.0;    ///< the worst error of a right version over its tolerance
  std::string margin_of;  ///< the version whose error that was
};

struct Report {
  std::string slug;
  std::vector<VersionReport> versions;
  std::vector<CheckReport> checks;
  double seconds = 0.0;
};

/// The whole matrix of one exercise.
/// \throws std::exception if the bank's programs are missing or the solution fails a check
[[nodiscard]] Report prove(const Exercise& exercise, const toolchain::Recipe& recipe,
                           std::uint64_t seed);

/// Only the right versions, played by a given program.
/// \param variants made from the source of `variants.SLUG`
[[nodiscard]] Report prove_variants(const Exercise& exercise, const std::filesystem::path& variants,
                                    bool sanitized, std::uint64_t seed);

}  // namespace gradus::author
