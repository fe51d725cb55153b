#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "toolchain/recipe.hpp"

/// Ways to compile a student's file that must not change a verdict.
namespace gradus::author {

/// One way to compile.
struct Corner {
  std::string compiler;  ///< "g++" or "clang++"
  std::string level;     ///< "-O2"
  bool fma = false;      ///< products and sums contracted into one rounding
  bool sanitized = false;
  std::string arch;  ///< value of -march; empty: the compiler's own

  [[nodiscard]] std::string name() const;
};

/// Those that every test run tries: the ends of what compilers do.
[[nodiscard]] std::vector<Corner> usual_corners();
/// Both compilers, -O0 to -O3, with and without FMA, with and without sanitizers.
[[nodiscard]] std::vector<Corner> all_corners();

/// Compiles and links the program `variants.SLUG` in this way.
/// \return its path in `folder`
/// \throws std::runtime_error with the compiler's words if that fails
[[nodiscard]] std::filesystem::path build_variants(const Corner& corner, const std::string& slug,
                                                   const toolchain::Recipe& recipe,
                                                   const std::filesystem::path& folder);

}  // namespace gradus::author
