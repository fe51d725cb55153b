#include "tp2/activations.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_story.hpp"

namespace gradus::worker {
namespace {

using protocol::Reply;

Reply once(const std::vector<Array>& in) {
  const tp2::Tensor x = to_leaf(in[0], any(in[1]));
  const tp2::Tensor input = behind(x);
  const tp2::Tensor y = tp2::tanh(input);
  if (any(in[1])) go_back(y, in[2]);
  return {{},
          {to_array(y.data()), to_array(x.gradient()), scalar(y.requires_grad()),
           to_array(y.gradient()), to_array(input.data()), in[1], in[2]},
          {}};
}

Reply twice(const std::vector<Array>& in) {
  const tp2::Tensor x1 = to_leaf(in[0], true);
  const tp2::Tensor x2 = to_leaf(in[2], true);
  tp2::Tensor first = x1;
  tp2::Tensor second = x2;
  const tp2::Tensor y1 = tp2::tanh(first);
  const tp2::Tensor y2 = tp2::tanh(second);
  reuse(first);
  reuse(second);
  go_back(y2, in[3]);
  go_back(y1, in[1]);
  go_back(y1, in[1]);
  go_back(tp2::tanh(x1), in[1]);
  return {{},
          {to_array(y1.data()), to_array(x1.gradient()), to_array(y2.data()),
           to_array(x2.gradient()), to_array(x1.data()), in[1], to_array(x2.data()), in[3]},
          {}};
}

}  // namespace

Reply tell(const protocol::Request& request) {
  if (request.operation == protocol::Operation::kTp2TanhTwice) return twice(request.arrays);
  return counting_nodes(4, [&request] { return once(request.arrays); });
}

}  // namespace gradus::worker
