// What every header of TP2 includes, compiled once: two thirds of a compilation went into it.
#include "tp2/tensor.hpp"
