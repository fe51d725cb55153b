# In a students' handout: objects of the reference solution, as solutions/ would have made them.
set(BUILD_TESTING OFF)  # its tests are not in it

file(STRINGS "${GRADUS_PREBUILT}/processor" made_for)
if(NOT CMAKE_SYSTEM_PROCESSOR STREQUAL made_for)
  message(FATAL_ERROR
    "This handout holds machine code for ${made_for}, and this machine is ${CMAKE_SYSTEM_PROCESSOR}. "
    "Please ask your instructor for a handout that was made on ${CMAKE_SYSTEM_PROCESSOR}.")
endif()

foreach(file IN LISTS GRADUS_EXERCISE_FILES)
  gradus_slug("${file}" slug)
  add_library(reference.${slug} OBJECT IMPORTED GLOBAL)
  set_target_properties(reference.${slug} PROPERTIES
    IMPORTED_OBJECTS "${GRADUS_PREBUILT}/reference.${slug}.o")
endforeach()
