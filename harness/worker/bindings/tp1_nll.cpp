#include "tp1/nll.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const nn::Vector logits = to_vector(request.arrays[0]);
  const double loss = tp1::nll(logits, to_index(request.arrays[1]));
  return {{}, {scalar(loss), to_array(logits), request.arrays[1]}, {}};
}

}  // namespace gradus::worker
