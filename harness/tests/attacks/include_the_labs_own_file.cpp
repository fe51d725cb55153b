// attack: includes the file of that exercise from the folder of the course's headers, which may
//   hold somebody's solution
// expect: did_not_build or not_started
// because: a compiler sees headers; if it sees that file, it is the empty one that students
//   start from
#include <tp1/softmax.cpp>
