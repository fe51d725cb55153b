#pragma once

/// What the worker `liar` can be asked for: replies that are wrong in one way each.
enum class Lie : int {
  kNone,
  kNonce,  ///< answers another question
  kMagic,  ///< not a reply at all
  kUnknownStatus,
  kManyArrays,        ///< claims 65,535 arrays
  kHugeArrays,        ///< claims 2^60 bytes
  kOverflowingSizes,  ///< sizes whose sum overflows to something small
  kHugeText,          ///< a text of 5 KB
  kShape,             ///< a shape that its bytes do not fill
  kSurplusByte,
  kShort,        ///< half a payload, then the end
  kHeaderOnly,   ///< a header, then silence
  kTrickle,      ///< a right reply, a byte at a time
  kTwice,        ///< the reply, and another one a moment later
  kOutOfMemory,  ///< an honest status
  kNotStarted,
  kException,          ///< with a text of 1 KB, control characters in it
  kArraysOfException,  ///< an exception with arrays
};
