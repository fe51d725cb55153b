# A students' handout (`gradus release`) has this folder, with objects of what it has no sources of.
set(GRADUS_PREBUILT "")
set(exercises "${PROJECT_SOURCE_DIR}/solutions")
if(EXISTS "${PROJECT_SOURCE_DIR}/harness/prebuilt")
  set(GRADUS_PREBUILT "${PROJECT_SOURCE_DIR}/harness/prebuilt")
  set(exercises "${GRADUS_PREBUILT}/stubs")
endif()

# One exercise, one file: the slug of solutions/tp1/softmax.cpp is tp1.softmax.
file(GLOB GRADUS_EXERCISE_FILES CONFIGURE_DEPENDS RELATIVE "${exercises}" "${exercises}/tp*/*.cpp")

# Students' files are compiled alike at home and for marks: fast enough for MNIST, slow enough to
# step through, and with the warnings that a student can use. Never under a sanitizer: it is the
# grader that the preset asan looks at, and what students write in its tests is meant to go wrong.
set(GRADUS_STUDENT_FLAGS -std=c++20 -O1 -g1 -ffp-contract=off -Wall -Wextra -Werror=return-type)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  list(APPEND GRADUS_STUDENT_FLAGS -fmax-errors=10 -fdiagnostics-color=never)
else()
  list(APPEND GRADUS_STUDENT_FLAGS -ferror-limit=10 -fno-color-diagnostics)
endif()

function(gradus_slug file result)
  string(REGEX REPLACE "\\.cpp$" "" slug "${file}")
  string(REPLACE "/" "." slug "${slug}")
  set(${result} "${slug}" PARENT_SCOPE)
endfunction()
