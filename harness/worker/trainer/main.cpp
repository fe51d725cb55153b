#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <span>
#include <vector>

#include "nn/error.hpp"
#include "protocol/message.hpp"
#include "worker/convert.hpp"
#include "worker/memory.hpp"
#include "worker/trainer/live.hpp"
#include "worker/trainer/trainer.hpp"

/// Usage: trainer FILE, where FILE holds an encoded request: the labels of train, dev and test,
/// epochs, learning rate, seed; blob: their pixels.
namespace {

using namespace gradus;

protocol::Request read_request(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto message = std::as_bytes(std::span(bytes));
  const auto header = protocol::Header::decode(message.first<protocol::kHeaderSize>()).value();
  const auto payload = message.subspan(protocol::kHeaderSize);
  protocol::Request request;
  request.arrays = protocol::decode_arrays(payload.first(header.array_bytes), header.count).value();
  for (const std::byte b : payload.subspan(header.array_bytes)) {
    request.blob.push_back(static_cast<std::uint8_t>(b));
  }
  return request;
}

void run(const protocol::Request& request) {
  const auto& in = request.arrays;
  std::span<const std::uint8_t> pixels(request.blob);
  const auto next = [&](const Array& labels) {
    const auto bytes = static_cast<std::size_t>(labels.size()) * 28 * 28;
    nn::Dataset data = worker::to_digits(pixels.first(bytes), labels);
    pixels = pixels.subspan(bytes);
    return data;
  };
  const nn::Dataset train = next(in[0]);
  const nn::Dataset dev = next(in[1]);
  const nn::Dataset test = next(in[2]);
  const nn::TrainingOptions options{static_cast<int>(worker::to_index(in[3])), in[4][0]};
  nn::Rng rng(worker::to_seed(in[5]));
  double accuracy = 0.0;
  {
    const trainer::Live live(train, options.epochs);
    accuracy = trainer::train(train, dev, test, options, rng);
  }
  std::printf("accuracy on %d test images never seen before: %.4f\n", static_cast<int>(test.size()),
              accuracy);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  worker::keep_freed_memory();
  try {
    run(read_request(argv[1]));
    return 0;
  } catch (const nn::NotStarted& e) {
    std::printf("The training met an exercise that is not started: %s.\n", e.slug().c_str());
  } catch (const std::exception& e) {
    std::printf("The training stopped with an exception: %s\n", e.what());
  }
  return 1;
}
