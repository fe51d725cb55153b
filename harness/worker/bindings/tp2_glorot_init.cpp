#include "worker/bindings/tp2_random_init.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  return tell_of_two(request, &tp2::glorot_init);
}

}  // namespace gradus::worker
