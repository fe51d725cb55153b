#pragma once

#include <string>

#include "check/case.hpp"
#include "check/expect.hpp"
#include "protocol/array.hpp"

/// Checks that the nodes of TP2's graph have in common.
namespace gradus::specs {

/// An input of a node, and what the node has handed to it.
struct Arrival {
  std::string name;  ///< "W"
  Array gradient;    ///< 0 x 0 if none has arrived
};

/// A gradient has arrived at an input that requires one, whatever its numbers.
/// \param built whether the result is a node of the graph
/// \throws check::Falsified
void expect_arrived(const check::Case& input, const Arrival& arrival, bool built);

/// The right gradient has arrived.
/// \param why what a difference means, in a sentence; may be empty
/// \throws check::Falsified
void expect_arrived(const check::Case& input, const Arrival& arrival, bool built,
                    const Array& expected, const Array& tolerance, const std::string& why = {});

/// The gradient that arrived, or zeros if none did and the upstream gradient is zero: then an
/// absent gradient is as good.
[[nodiscard]] Array arrived_or_zero(const Array& gradient, const Array& upstream, Shape shape);

/// The result is a node of the graph if, and only if, an input requires gradients.
/// \param wanted  whether one does
/// \param askers  which ones: "W and x"
/// \throws check::Falsified
void expect_graph(const check::Case& input, bool built, bool wanted, const std::string& askers);

/// Nothing but zeros has arrived at an input that requires no gradient.
/// \throws check::Falsified
void expect_nothing(const check::Case& input, const Arrival& arrival);

/// Nothing is left in memory when the caller has dropped what it held.
/// \param nodes_left_again by the second telling of the story: what is kept for speed is kept once
/// \throws check::Falsified
void expect_freed(const check::Case& input, const Array& nodes_left_again);

/// The upstream gradient that the node holds is still what arrived there.
/// \throws check::Falsified
void expect_upstream_kept(const check::Case& input, const Array& held, const Array& upstream);

/// All entries times a number.
[[nodiscard]] Array scaled(Array a, double factor);

/// One column of a batch.
[[nodiscard]] Array sample(const Array& batch, Index column);

}  // namespace gradus::specs
