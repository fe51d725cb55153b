// attack: includes the reference solution by its path
// expect: did_not_build
// because: the compiler sees the student's file, the contract's headers and the system's,
//   nothing else
#include "@SOLUTIONS@/tp1/softmax.cpp"
