#include "nn/shape_text.hpp"

#include "nn/error.hpp"

namespace nn::detail {

std::string shape_text(Index rows, Index cols) {
  return std::to_string(rows) + " x " + std::to_string(cols);
}

std::string describe(const char* name, const Vector& x) {
  return std::string(name) + " has " + std::to_string(x.size()) +
         (x.size() == 1 ? " entry" : " entries");
}

std::string describe(const char* name, const Matrix& A) {
  return std::string(name) + " is " + shape_text(A.rows(), A.cols());
}

std::string describe(const char* name, const OuterProduct& product) {
  return std::string(name) + " is " + shape_text(product.rows(), product.cols());
}

void throw_shape_error(const char* operation, const std::string& left, const std::string& right,
                       const char* rule) {
  throw ShapeError(std::string(operation) + ": " + left + ", " + right + "; " + rule + ".");
}

void check_same_shape(const char* operation, const char* a_name, const Vector& a,
                      const char* b_name, const Vector& b) {
  if (a.size() == b.size()) return;
  throw_shape_error(operation, describe(a_name, a), describe(b_name, b),
                    "both must have the same number of entries");
}

void check_same_shape(const char* operation, const char* A_name, const Matrix& A,
                      const char* B_name, const Matrix& B) {
  if (A.rows() == B.rows() && A.cols() == B.cols()) return;
  throw_shape_error(operation, describe(A_name, A), describe(B_name, B),
                    "both must have the same shape");
}

}  // namespace nn::detail
