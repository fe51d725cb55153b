# What `./gradus test` looks at beside the unit tests: form, generated files, whole gradings, and the
# same tests with the other compiler and under sanitizers.
function(gradus_quality name)
  cmake_parse_arguments(arg "" "TIMEOUT" "COMMAND;LABELS" ${ARGN})
  add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
endfunction()

gradus_quality(quality.format COMMAND harness/tools/check-format TIMEOUT 120 LABELS quick)
gradus_quality(quality.stubs COMMAND harness/tools/check-stubs $<TARGET_FILE:stubgen> TIMEOUT 60
               LABELS quick)
gradus_quality(quality.labs_readme COMMAND harness/tools/check-labs-readme
               $<TARGET_FILE:labs_readme> TIMEOUT 60 LABELS quick)
gradus_quality(grade.solutions COMMAND harness/tests/grade-solutions $<TARGET_FILE:gradus>
               TIMEOUT 600 LABELS whole)
gradus_quality(grade.stubs COMMAND harness/tests/grade-stubs $<TARGET_FILE:gradus>
               $<TARGET_FILE:stubgen> TIMEOUT 300 LABELS whole)
if(NOT GRADUS_SANITIZE)
  # Fresh pages in a real browser, where there is one: nobody has to have it.
  gradus_quality(quality.browser COMMAND harness/tests/browse-report $<TARGET_FILE:gradus> TIMEOUT 300
                 LABELS slow)
  gradus_quality(quality.browser_pages COMMAND harness/tests/browse-pages $<TARGET_FILE:gradus>
                 TIMEOUT 300 LABELS slow)
  # Both may have npm fetch the same packages.
  set_tests_properties(quality.browser quality.browser_pages PROPERTIES
                       SKIP_RETURN_CODE 77 RESOURCE_LOCK browser)
  # Mistakes in given code must be caught by our own tests of it.
  gradus_quality(quality.mutants COMMAND harness/tests/run-mutants ${PROJECT_BINARY_DIR} TIMEOUT 600
                 LABELS whole)
  set_tests_properties(quality.mutants PROPERTIES PROCESSORS 2)
endif()

if(GRADUS_QUALITY)
  # Each exercise's checks against its bank of mistakes and right variants, in every usual build.
  foreach(file IN LISTS GRADUS_EXERCISE_FILES)
    gradus_slug("${file}" slug)
    gradus_quality(author.${slug} COMMAND $<TARGET_FILE:gradus> author ${slug} TIMEOUT 900
                   LABELS whole)
    set_tests_properties(author.${slug} PROPERTIES PROCESSORS 2)  # it uses every core
  endforeach()
  gradus_quality(quality.docs COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target docs
                 TIMEOUT 600 LABELS full)
  gradus_quality(notes.tools COMMAND docs/tests/check-tools ${PROJECT_BINARY_DIR}/docs TIMEOUT 120
                 LABELS full)
  gradus_quality(notes.builds COMMAND docs/tests/check-builds ${PROJECT_BINARY_DIR}/docs TIMEOUT 300
                 LABELS full)
  gradus_quality(notes.browser COMMAND docs/tests/browse-notes ${PROJECT_BINARY_DIR}/docs/html
                 TIMEOUT 600 LABELS full)
  gradus_quality(release.handout COMMAND harness/tests/try-handout $<TARGET_FILE:gradus>
                 TIMEOUT 1200 LABELS full)
  set_tests_properties(quality.docs PROPERTIES FIXTURES_SETUP notes)
  set_tests_properties(notes.tools notes.builds notes.browser release.handout PROPERTIES
                       FIXTURES_REQUIRED notes SKIP_RETURN_CODE 77)
  gradus_quality(grade.slurm COMMAND harness/tools/with-slurm harness/tests/grade-on-slurm
                 $<TARGET_FILE:gradus> "${PROJECT_SOURCE_DIR}/solutions" TIMEOUT 600 LABELS full)
  set_tests_properties(grade.slurm PROPERTIES SKIP_RETURN_CODE 77)
  # The second compiler and the sanitizers in one build: every file is compiled twice in all.
  gradus_quality(quality.asan COMMAND harness/tools/build-preset asan
                 -D "GRADUS_BANK_FROM=${PROJECT_BINARY_DIR}" TIMEOUT 2400 LABELS full)
  gradus_quality(quality.tidy COMMAND harness/tools/check-tidy "${PROJECT_SOURCE_DIR}/.build/asan"
                 TIMEOUT 1800 LABELS full)
  set_tests_properties(quality.tidy PROPERTIES DEPENDS quality.asan)
  # Each of these uses every core by itself.
  set_tests_properties(quality.tidy quality.docs quality.asan PROPERTIES RUN_SERIAL TRUE)
endif()
