#pragma once

#include <string>
#include <string_view>

namespace gradus::loop {

/// "ex_tp1_softmax.html": the notes' page about an exercise.
[[nodiscard]] std::string page_about(std::string_view exercise);

}  // namespace gradus::loop
