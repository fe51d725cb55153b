#include <string_view>

#include "worker/memory.hpp"
#include "worker/serve.hpp"

#ifdef __clang__
#pragma clang diagnostic ignored "-Wreserved-identifier"  // __asan_default_options
#endif

/// Under AddressSanitizer: no search for leaks, which needs to trace itself, and no names, which
/// take another program. Behind the walls there is neither, nor an environment to say so.
extern "C" const char* __asan_default_options() {  // NOLINT: the name is the sanitizer's
  return "detect_leaks=0:symbolize=0";
}

/// The program that a student's file is linked into.
/// Usage: worker [nan|zero|as_is], the Fill of its memory; default: nan
int main(int argc, char** argv) {
  gradus::worker::fill_memory(gradus::worker::fill_named(argc > 1 ? argv[1] : "nan"));
  return gradus::worker::serve();
}
