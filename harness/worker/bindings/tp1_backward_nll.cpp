#include "tp1/nll.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const nn::Vector logits = to_vector(request.arrays[0]);
  const nn::Vector gradient =
      tp1::backward_nll(logits, to_index(request.arrays[1]), request.arrays[2][0]);
  return {{}, {to_array(gradient), to_array(logits), request.arrays[1], request.arrays[2]}, {}};
}

}  // namespace gradus::worker
