# Warnings for our own code, given code and solutions. Students' files get -Wall -Wextra as advice.
add_library(gradus_warnings INTERFACE)
target_compile_options(gradus_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wundef -Wzero-as-null-pointer-constant -Wsuggest-override
  $<$<CXX_COMPILER_ID:Clang>:-Wreserved-identifier>
  # g++ 12 sees overlapping copies in std::string's operator+ where there are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${GRADUS_WERROR}>:-Werror>)
