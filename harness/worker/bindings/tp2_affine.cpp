#include "tp2/affine.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_story.hpp"

namespace gradus::worker {
namespace {

using protocol::Reply;

Reply once(const std::vector<Array>& in) {
  const Array& flags = in[3];
  const tp2::Tensor W = to_leaf(in[0], flags[0] != 0.0);
  const tp2::Tensor b = to_leaf(in[1], flags[1] != 0.0);
  const tp2::Tensor x = to_leaf(in[2], flags[2] != 0.0);
  const tp2::Tensor weights = behind(W);
  const tp2::Tensor bias = behind(b);
  const tp2::Tensor input = behind(x);
  const tp2::Tensor y = tp2::affine_transform(weights, bias, input);
  if (any(flags)) go_back(y, in[4]);
  return {{},
          {to_array(y.data()), to_array(W.gradient()), to_array(b.gradient()),
           to_array(x.gradient()), scalar(y.requires_grad()), to_array(y.gradient()),
           to_array(weights.data()), to_array(bias.data()), to_array(input.data()), flags, in[4]},
          {}};
}

Reply twice(const std::vector<Array>& in) {
  const tp2::Tensor W = to_leaf(in[0], true);
  const tp2::Tensor b = to_leaf(in[1], true);
  const tp2::Tensor x1 = to_leaf(in[2], true);
  const tp2::Tensor x2 = to_leaf(in[4], true);
  tp2::Tensor weights = W;
  tp2::Tensor bias = b;
  tp2::Tensor first = x1;
  tp2::Tensor second = x2;
  const tp2::Tensor y1 = tp2::affine_transform(weights, bias, first);
  const tp2::Tensor y2 = tp2::affine_transform(weights, bias, second);
  for (tp2::Tensor* variable : {&weights, &bias, &first, &second}) reuse(*variable);
  go_back(y2, in[5]);
  go_back(y1, in[3]);
  go_back(y1, in[3]);
  go_back(tp2::affine_transform(W, b, x1), in[3]);
  return {{},
          {to_array(y1.data()), to_array(y2.data()), to_array(W.gradient()), to_array(b.gradient()),
           to_array(x1.gradient()), to_array(x2.gradient()), to_array(W.data()), to_array(b.data()),
           to_array(x1.data()), in[3], to_array(x2.data()), in[5]},
          {}};
}

}  // namespace

Reply tell(const protocol::Request& request) {
  if (request.operation == protocol::Operation::kTp2AffineTwice) return twice(request.arrays);
  return counting_nodes(6, [&request] { return once(request.arrays); });
}

}  // namespace gradus::worker
