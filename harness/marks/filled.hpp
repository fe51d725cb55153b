#pragma once

#include <string>
#include <vector>

namespace gradus::marks {

/// A platform's own file with marks filled in.
struct Filled {
  std::string bytes;                 ///< of the file to upload
  std::vector<std::string> changes;  ///< "ada, Ada Lovelace: 12.50 in place of 11"
  std::vector<std::string> left;     ///< who or what was left as it was, and why
};

}  // namespace gradus::marks
