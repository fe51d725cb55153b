#include <algorithm>
#include <numeric>
#include <span>
#include <stdexcept>
#include <vector>

#include "tp2/training.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_deep.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {
namespace {

using protocol::Reply;
using protocol::Request;

constexpr std::size_t kPixels = 28 * 28;
/// Images that go through the network together.
constexpr nn::Index kBatch = 100;

std::unique_ptr<tp2::DeepNetwork>& trained() {
  static std::unique_ptr<tp2::DeepNetwork> network;
  return network;
}

Reply train(const Request& request) {
  const auto& in = request.arrays;
  const std::span<const std::uint8_t> pixels(request.blob);
  const std::size_t cut = static_cast<std::size_t>(in[0].size()) * kPixels;
  const nn::Dataset train = to_digits(pixels.first(cut), in[0]);
  const nn::Dataset dev = to_digits(pixels.subspan(cut), in[1]);
  const nn::TrainingOptions options{static_cast<int>(to_index(in[2])), in[3][0]};
  nn::Rng rng(to_seed(in[4]));
  trained() = make_network(in[5]);
  trained()->init_parameters(rng);
  tp2::SGD optimizer(*trained(), options.learning_rate);
  const nn::TrainingLog log = tp2::training_loop(*trained(), optimizer, train, dev, options, rng);
  return {{}, {to_array(log)}, {}};
}

Reply logits(const Request& request) {
  if (!trained()) throw std::logic_error("no network has been trained yet");
  const auto n = static_cast<Index>(request.blob.size() / kPixels);
  // Their labels are not known here.
  const nn::Dataset images = to_digits(request.blob, Array({n, 1}));
  Reply reply{{}, {Array()}, {}};
  Array& all = reply.arrays[0];
  for (nn::Index first = 0; first < n; first += kBatch) {
    std::vector<nn::Index> batch(static_cast<std::size_t>(std::min(kBatch, n - first)));
    std::iota(batch.begin(), batch.end(), first);
    const Array some = to_array(trained()->forward(tp2::Tensor(images.images(batch))).data());
    all.shape = {some.rows(), all.cols() + some.cols()};
    all.values.insert(all.values.end(), some.values.begin(), some.values.end());
  }
  return reply;
}

}  // namespace

Reply tell(const Request& request) {
  const bool training = request.operation == protocol::Operation::kTp2MnistTrain;
  return training ? train(request) : logits(request);
}

}  // namespace gradus::worker
