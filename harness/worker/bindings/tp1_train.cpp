#include "tp1/linear_classifier.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const auto& in = request.arrays;
  tp1::LinearClassifier model{to_matrix(in[0]), to_vector(in[1])};
  const nn::Dataset train = to_dataset(in[2], in[3], model.b.size());
  const nn::Dataset dev = to_dataset(in[4], in[5], model.b.size());
  const nn::TrainingOptions options{static_cast<int>(to_index(in[6])), in[7][0]};
  nn::Rng rng(to_seed(in[8]));
  const nn::TrainingLog log = tp1::train(model, train, dev, options, rng);
  protocol::Reply reply{{}, {to_array(model.W), to_array(model.b), to_array(log)}, {}};
  reply.arrays.insert(reply.arrays.end(), in.begin(), in.end());
  return reply;
}

}  // namespace gradus::worker
