// attack: includes the grader's own computation of right answers, and calls it
// expect: did_not_build
// because: no part of the harness is in the compiler's box
#include "@HARNESS@/check/oracle.cpp"
#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const gradus::Array p = gradus::check::oracle::softmax(
      gradus::column(std::vector<double>(logits.begin(), logits.end())));
  nn::Vector result(logits.size());
  for (nn::Index i = 0; i < result.size(); ++i) result(i) = p[i];
  return result;
}
