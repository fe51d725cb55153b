#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "roster/roster.hpp"

namespace gradus::intake {

/// Who handed in what: for each folder of an export ("submission_123") its submitters.
using Submitters = std::map<std::string, std::vector<roster::Owner>>;

/// Reads the file submission_metadata.yml of a Gradescope export.
///
/// Of the YAML that Gradescope writes it reads these lines and passes over all that is indented
/// elsewhere (scores, times, results, the history):
/// \code{.unparsed}
/// submission_123:
///   :submitters:
///   - :name: Ada Lovelace
///     :sid: '100'
///     :email: ada@example.org
/// \endcode
/// \throws IntakeError naming the line, if one of them is written in another way
[[nodiscard]] Submitters parse_submitters(std::string_view yaml);

}  // namespace gradus::intake
