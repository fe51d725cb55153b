#include "tp1/softmax.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const nn::Vector logits = to_vector(request.arrays[0]);
  const nn::Vector p = tp1::softmax(logits);
  return {{}, {to_array(p), to_array(logits)}, {}};
}

}  // namespace gradus::worker
