#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/fuzz.hpp"

/// Where libFuzzer enters a target.

namespace {

void write_seeds(const std::filesystem::path& folder) {
  int n = 0;
  for (const std::string& seed : gradus::fuzz::seeds()) {
    std::ofstream(folder / ("seed-" + std::to_string(n++)), std::ios::binary) << seed;
  }
}

}  // namespace

/// The seeds go where libFuzzer reads its first inputs: into the first folder that it was given.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  for (int i = 1; i < *argc; ++i) {
    if (!std::filesystem::is_directory((*argv)[i])) continue;
    write_seeds((*argv)[i]);
    break;
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gradus::fuzz::try_input({data, size});
  return 0;
}

#ifdef __clang__
#pragma clang diagnostic ignored "-Wreserved-identifier"  // __asan_default_options
#endif

/// Freed memory that AddressSanitizer keeps aside counts towards libFuzzer's limit.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=32"; }
