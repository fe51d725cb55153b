// What every file of TP2 includes by its own header, compiled once for all of them: two thirds of a
// compilation went into these lines.
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tp2/tensor.hpp"
