#pragma once

/// What the worker `villain` can be asked to do instead of answering.
enum class Deed : int {
  kAnswer,
  kSegfault,
  kAbort,
  kExitZero,  ///< exit(0): "everything is fine"
  kHang,
  kIgnoreSignals,        ///< ignores every signal that can be ignored, then hangs
  kFloodAndHang,         ///< several processes print for ever
  kFloodAndAnswer,       ///< prints 50 MB, then answers
  kPrintPass,            ///< prints what a passing test would, then ends well
  kCloseChannel,         ///< closes descriptor 3 and lives on
  kCrashAndLeaveChild,   ///< forks a child that lives on, prints its number, crashes
  kAnswerAndLeaveChild,  ///< the same, but answers
  kTakeMemory,           ///< takes memory until there is none
  kBurnProcessor,
  kPassDescriptors,  ///< sends the grader descriptors with its reply
};
