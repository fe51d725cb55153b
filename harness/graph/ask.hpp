#pragma once

#include "graph/graph.hpp"
#include "protocol/message.hpp"
#include "sandbox/subject.hpp"

namespace gradus::graph {

/// More than any network that can be asked for has; a picture of more would help nobody.
inline constexpr Index kMaxNodes = 200;
inline constexpr Index kMaxLinks = 1000;

/// Has a student's program build its graph.
/// \throws sandbox::SubjectFailure if it does not come back with one
[[nodiscard]] Graph ask(sandbox::Subject& student, const Setup& setup);

/// The pure part of ask(): a reply of which the student may have made up every byte.
/// \throws sandbox::SubjectFailure if it holds no graph
[[nodiscard]] Graph read(const protocol::Reply& reply, const Setup& setup);

}  // namespace gradus::graph
