#include "tp1/linear_classifier.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const auto& in = request.arrays;
  const tp1::LinearClassifier model{to_matrix(in[0]), to_vector(in[1])};
  const nn::Dataset data = to_dataset(in[2], in[3], model.b.size());
  const double accuracy = tp1::evaluate(model, data);
  return {{}, {scalar(accuracy), to_array(model.W), to_array(model.b), in[2], in[3]}, {}};
}

}  // namespace gradus::worker
