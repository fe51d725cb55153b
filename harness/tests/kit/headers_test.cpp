// Everything that a student's file may include, before anything else could have included Eigen.
#include "nn/dataset.hpp"
#include "nn/error.hpp"
#include "nn/matrix.hpp"
#include "nn/rng.hpp"
#include "nn/todo.hpp"
#include "nn/training.hpp"

#if defined(EIGEN_WORLD_VERSION) || defined(EIGEN_CORE_H)
#error "a public header of the kit includes Eigen: students' files would take seconds to compile"
#endif

#if defined(_GLIBCXX_IOSTREAM) || defined(_GLIBCXX_FUNCTIONAL)
#error "a public header of the kit includes <iostream> or <functional>, which are slow to compile"
#endif

#include <gtest/gtest.h>

namespace {

TEST(Headers, KeepEigenOutOfStudentsFiles) { SUCCEED() << "proven when this file was compiled"; }

}  // namespace
