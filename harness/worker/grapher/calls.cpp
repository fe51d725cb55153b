#include "worker/grapher/calls.hpp"

#include <utility>

#include "tp2/activations.hpp"
#include "tp2/affine.hpp"

namespace gradus::grapher {
namespace {

std::vector<Call>& list() {
  static std::vector<Call> all;
  return all;
}

}  // namespace

const std::vector<Call>& calls() { return list(); }

tp2::Tensor note(const char* function, std::vector<tp2::Tensor> arguments, tp2::Tensor result) {
  list().push_back({function, std::move(arguments), result});
  return result;
}

// The linker leads calls of a function from other files to __wrap_ and its name, and calls of
// __real_ and its name to the function itself: see --wrap in this program's link flags.
tp2::Tensor real_affine(const tp2::Tensor& W, const tp2::Tensor& b, const tp2::Tensor& x) asm(
    "__real__ZN3tp216affine_transformERKNS_6TensorES2_S2_");
tp2::Tensor noted_affine(const tp2::Tensor& W, const tp2::Tensor& b, const tp2::Tensor& x) asm(
    "__wrap__ZN3tp216affine_transformERKNS_6TensorES2_S2_");
tp2::Tensor noted_affine(const tp2::Tensor& W, const tp2::Tensor& b, const tp2::Tensor& x) {
  return note("affine_transform", {W, b, x}, real_affine(W, b, x));
}

tp2::Tensor real_tanh(const tp2::Tensor& x) asm("__real__ZN3tp24tanhERKNS_6TensorE");
tp2::Tensor noted_tanh(const tp2::Tensor& x) asm("__wrap__ZN3tp24tanhERKNS_6TensorE");
tp2::Tensor noted_tanh(const tp2::Tensor& x) { return note("tanh", {x}, real_tanh(x)); }

tp2::Tensor real_relu(const tp2::Tensor& x) asm("__real__ZN3tp24reluERKNS_6TensorE");
tp2::Tensor noted_relu(const tp2::Tensor& x) asm("__wrap__ZN3tp24reluERKNS_6TensorE");
tp2::Tensor noted_relu(const tp2::Tensor& x) { return note("relu", {x}, real_relu(x)); }

}  // namespace gradus::grapher
