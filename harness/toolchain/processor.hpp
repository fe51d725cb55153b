#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gradus::toolchain {

/// The extensions of x86-64 that the kit's kernels were compiled for (GRADUS_ARCH), a bit each in
/// the order of the list in processor.cpp. Nothing but this number is compiled for them, so that it
/// can be read on any processor.
extern const std::uint32_t kBuiltExtensions;

/// Those that this machine's processor lacks: "avx2". Its kernels would be ended by the first
/// instruction that it does not know, which looks like a fault of the student's.
[[nodiscard]] std::vector<std::string> missing_extensions(std::uint32_t built = kBuiltExtensions);

/// Refuses to go on where kernels cannot run.
/// \throws std::runtime_error naming what the processor lacks, and the remedy
/// \param arch GRADUS_ARCH of the build
void require_processor(const std::string& arch, std::uint32_t built = kBuiltExtensions);

}  // namespace gradus::toolchain
