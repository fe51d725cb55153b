set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

set(default_arch "native")
if(NOT "$ENV{GRADUS_ARCH}" STREQUAL "")
  set(default_arch "$ENV{GRADUS_ARCH}")
endif()
set(GRADUS_ARCH "${default_arch}" CACHE STRING
    "Processor level of the kit's kernels: native, x86-64, x86-64-v2, x86-64-v3, armv8-a, ... (a value of -march)")
# Another compiler may warn of more, which must not keep anybody from building.
set(tested_compiler OFF)
if("${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}" MATCHES "^(GNU 12|Clang 14)\\.")
  set(tested_compiler ON)
endif()
option(GRADUS_WERROR "Make warnings errors in our own code (never in students' files)" ${tested_compiler})
option(GRADUS_SANITIZE "Build everything under AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
set(GRADUS_BANK_FROM "" CACHE PATH
    "Another build folder whose programs of known mistakes serve here too (empty: build them)")
option(GRADUS_QUALITY "Tests also run clang-tidy, the notes, the other compiler and the sanitizers" OFF)

# Contracting a*b+c into one rounding would make the same source give other digits on another
# compiler or processor; the tolerances are derived without it.
add_compile_options(-ffp-contract=off)

set(GRADUS_SANITIZE_FLAGS "")
if(GRADUS_SANITIZE)
  set(GRADUS_SANITIZE_FLAGS -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${GRADUS_SANITIZE_FLAGS})
  add_link_options(${GRADUS_SANITIZE_FLAGS})
endif()
