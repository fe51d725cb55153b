#include "tp1/linear_classifier.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

protocol::Reply tell(const protocol::Request& request) {
  const auto& in = request.arrays;
  const auto n_train = static_cast<std::size_t>(in[0].size());
  const std::span<const std::uint8_t> pixels(request.blob);
  const std::size_t cut = n_train * 28 * 28;
  const nn::Dataset train = to_digits(pixels.first(cut), in[0]);
  const nn::Dataset dev = to_digits(pixels.subspan(cut), in[1]);
  const nn::TrainingOptions options{static_cast<int>(to_index(in[2])), in[3][0]};
  nn::Rng rng(to_seed(in[4]));
  tp1::LinearClassifier model{nn::Matrix::zeros(10, 28 * 28), nn::Vector::zeros(10)};
  const nn::TrainingLog log = tp1::train(model, train, dev, options, rng);
  return {{}, {to_array(model.W), to_array(model.b), to_array(log)}, {}};
}

}  // namespace gradus::worker
