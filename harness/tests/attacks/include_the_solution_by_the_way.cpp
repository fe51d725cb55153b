// attack: includes the reference solution, starting from the folder of the contract's headers
// expect: did_not_build
// because: what lies beside the folder of headers is not in the compiler's box
#include <../solutions/tp1/softmax.cpp>
