// Compiled with the options of the kit's kernels: see kBuiltExtensions.
#include "toolchain/processor.hpp"

namespace gradus::toolchain {

extern const std::uint32_t kBuiltExtensions = 0
#ifdef __SSE3__
                                              | 1U << 0U
#endif
#ifdef __SSSE3__
                                              | 1U << 1U
#endif
#ifdef __SSE4_1__
                                              | 1U << 2U
#endif
#ifdef __SSE4_2__
                                              | 1U << 3U
#endif
#ifdef __POPCNT__
                                              | 1U << 4U
#endif
#ifdef __AVX__
                                              | 1U << 5U
#endif
#ifdef __AVX2__
                                              | 1U << 6U
#endif
#ifdef __FMA__
                                              | 1U << 7U
#endif
#ifdef __BMI__
                                              | 1U << 8U
#endif
#ifdef __BMI2__
                                              | 1U << 9U
#endif
#ifdef __AVX512F__
                                              | 1U << 10U
#endif
#ifdef __AVX512VL__
                                              | 1U << 11U
#endif
#ifdef __AVX512BW__
                                              | 1U << 12U
#endif
#ifdef __AVX512DQ__
                                              | 1U << 13U
#endif
#ifdef __AVX512CD__
                                              | 1U << 14U
#endif
    ;

}  // namespace gradus::toolchain
