// attack: includes what another student handed in
// expect: did_not_build
// because: every submission is compiled in a box of its own
#include "@OTHER@/tp1/softmax.cpp"
