#include "tp1/affine.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const nn::Matrix W = to_matrix(request.arrays[0]);
  const nn::Vector b = to_vector(request.arrays[1]);
  const nn::Vector x = to_vector(request.arrays[2]);
  const nn::Vector g = to_vector(request.arrays[3]);
  const tp1::AffineGradient gradient = tp1::backward_affine_transform(W, b, x, g);
  return {{},
          {to_array(gradient.W), to_array(gradient.b), to_array(W), to_array(b), to_array(x),
           to_array(g)},
          {}};
}

}  // namespace gradus::worker
