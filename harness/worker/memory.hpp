#pragma once

#include <string_view>

namespace gradus::worker {

/// Keeps freed memory for the next allocation instead of giving it back to the system each time.
///
/// A network's gradients and temporaries are large enough for glibc to map and unmap them anew for
/// every sample, which takes as long as the training itself.
void keep_freed_memory();

/// What memory holds that nobody has written yet.
///
/// Code that reads such memory often gives the right answer, as fresh memory mostly is zero. Filled
/// with bytes that make every double a NaN, it shows itself; and an answer that depends on the fill
/// is proof of what went wrong.
enum class Fill {
  kNan,   ///< every double is NaN: for checks
  kZero,  ///< every byte is 0
  kAsIs,  ///< whatever is there: for training, where filling would cost time
};

/// \param word "nan", "zero" or "as_is"; anything else means kNan
[[nodiscard]] Fill fill_named(std::string_view word);

/// Chooses the fill of memory that is allocated from now on, and of fill_unused_stack().
void fill_memory(Fill fill);

/// Fills the part of the stack that the next calls will use.
void fill_unused_stack();

}  // namespace gradus::worker
