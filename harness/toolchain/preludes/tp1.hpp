// What every header of TP1 includes, compiled once: half of a compilation went into it.
#include "nn/matrix.hpp"
#include "nn/todo.hpp"
