#include "toolchain/processor.hpp"

#include <array>
#include <stdexcept>

namespace gradus::toolchain {
namespace {

struct Extension {
  const char* name;
  bool there;  ///< on this machine
};

#ifdef __x86_64__
#define GRADUS_EXTENSION(name) \
  { name, __builtin_cpu_supports(name) != 0 }

/// In the order of the bits of kBuiltExtensions.
std::array<Extension, 15> extensions() {
  __builtin_cpu_init();
  return {{GRADUS_EXTENSION("sse3"), GRADUS_EXTENSION("ssse3"), GRADUS_EXTENSION("sse4.1"),
           GRADUS_EXTENSION("sse4.2"), GRADUS_EXTENSION("popcnt"), GRADUS_EXTENSION("avx"),
           GRADUS_EXTENSION("avx2"), GRADUS_EXTENSION("fma"), GRADUS_EXTENSION("bmi"),
           GRADUS_EXTENSION("bmi2"), GRADUS_EXTENSION("avx512f"), GRADUS_EXTENSION("avx512vl"),
           GRADUS_EXTENSION("avx512bw"), GRADUS_EXTENSION("avx512dq"),
           GRADUS_EXTENSION("avx512cd")}};
}
#undef GRADUS_EXTENSION
#else
/// On arm64 the kernels are compiled for what every such processor has.
std::array<Extension, 0> extensions() { return {}; }
#endif

}  // namespace

std::vector<std::string> missing_extensions(std::uint32_t built) {
  std::vector<std::string> missing;
  for (const Extension& extension : extensions()) {
    if ((built & 1U) != 0 && !extension.there) missing.emplace_back(extension.name);
    built >>= 1U;
  }
  if (built != 0) missing.emplace_back("an extension that this program does not know");
  return missing;
}

void require_processor(const std::string& arch, std::uint32_t built) {
  std::string list;
  for (const std::string& name : missing_extensions(built))
    list += (list.empty() ? "" : ", ") + name;
  if (list.empty()) return;
  throw std::runtime_error(
      "This Gradus was built for a better processor than this machine's (GRADUS_ARCH is '" + arch +
      "', and " + list +
      " is lacking here). Nothing was judged.\nBuild it for both machines: cmake --preset release "
      "-D GRADUS_ARCH=x86-64-v2 && cmake --build --preset release");
}

}  // namespace gradus::toolchain
