#include "tp2/linear_network.hpp"
#include "tp2/training.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const auto& in = request.arrays;
  const nn::Dataset train = to_dataset(in[2], in[3], in[1].rows());
  const nn::Dataset dev = to_dataset(in[4], in[5], in[1].rows());
  // The optimiser's learning rate is the one that counts: the other one is there to be left alone.
  const double learning_rate = in[7][0];
  const nn::TrainingOptions options{static_cast<int>(to_index(in[6])), 0.5 * learning_rate};
  nn::Rng rng(to_seed(in[8]));
  tp2::LinearNetwork network(in[0].cols(), in[0].rows());
  std::vector<tp2::Parameter> parameters = network.parameters();
  parameters[0].data() = to_matrix(in[0]);
  parameters[1].data() = to_matrix(in[1]);
  tp2::SGD optimizer(network, learning_rate);
  const nn::TrainingLog log = tp2::training_loop(network, optimizer, train, dev, options, rng);
  protocol::Reply reply{
      {}, {to_array(parameters[0].data()), to_array(parameters[1].data()), to_array(log)}, {}};
  reply.arrays.insert(reply.arrays.end(), in.begin(), in.end());
  return reply;
}

}  // namespace gradus::worker
