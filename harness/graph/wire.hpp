#pragma once

#include "protocol/array.hpp"

/// How a graph travels from the student's process: three arrays (a column for each node, a column
/// for each link, a column of what became of the steps) and a text (the name of each node on a line
/// of its own, then what the step that failed has said).
namespace gradus::graph {

enum class Kind {
  kConstant,   ///< a leaf that nobody knows
  kInput,      ///< the batch of samples
  kParameter,  ///< listed by the network
  kComputed,   ///< a function returned it, or it has a backward function
  kLoss,       ///< what nll returned
  kStopped,    ///< a function was called for it and threw instead
};
inline constexpr int kKinds = 6;

/// What the program does, in this order, until a step fails.
enum class Step { kConstruct, kInit, kForward, kLoss, kBackward };
inline constexpr int kSteps = 5;

/// What became of a step.
enum class Outcome { kNotReached, kDone, kNotStarted, kThrew };
inline constexpr int kOutcomes = 4;

namespace wire {

/// Rows of the array of nodes. Nodes stand behind those they were computed from.
enum NodeRow : Index {
  kKind,
  kRows,
  kCols,
  kRequiresGrad,
  kHasBackward,
  kHasGradient,
  kFiniteValue,     ///< no entry is NaN or infinite
  kFiniteGradient,  ///< the same of the gradient
  kTurn,            ///< 1 for the first backward function that ran, 0 if it never did
  kNodeRows,
};

/// Rows of the array of links: node `from` is an input of node `to`.
enum LinkRow : Index {
  kFrom,
  kTo,
  kListed,  ///< given to set_backward; otherwise only an argument of the call that made `to`
  kHanded,  ///< the backward function of `to` handed a gradient to `from`
  kLinkRows,
};

}  // namespace wire
}  // namespace gradus::graph
