#pragma once

#include <string>

namespace gradus::diagnosis {

/// What is known about the cause of a failed exercise.
struct Finding {
  std::string mistake;  ///< slug of a known mistake: "tp1.softmax.no_shift"; empty: an observation
  std::string says;     ///< for the student; empty: nothing was found
  std::string notes;    ///< anchor in the course notes, for a known mistake
};

}  // namespace gradus::diagnosis
