#include "tp2/init.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const auto& in = request.arrays;
  tp2::Parameter b("b", to_index(in[0]), to_index(in[1]));
  tp2::Parameter neighbour("neighbour", to_index(in[0]), to_index(in[1]));
  double next = 1.0;
  for (double& entry : neighbour.data()) entry = next++;
  const tp2::Parameter optimizers = b;  // What an optimiser would hold.
  tp2::zero_init(b);
  return {{}, {to_array(optimizers.data()), to_array(neighbour.data()), in[0], in[1]}, {}};
}

}  // namespace gradus::worker
