#include "worker/trainer/task.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>

#include "protocol/message.hpp"
#include "worker/convert.hpp"

namespace gradus::trainer {
namespace {

constexpr std::size_t kFixedArrays = 6;

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

/// The images that come next in the blob.
nn::Dataset take(std::span<const std::uint8_t>& blob, const Array& labels) {
  const auto bytes = static_cast<std::size_t>(labels.size()) * 28 * 28;
  nn::Dataset data = worker::to_digits(blob.first(bytes), labels);
  blob = blob.subspan(bytes);
  return data;
}

}  // namespace

Task Task::read(const char* file) {
  const protocol::Request request = read_request(file);
  const auto& in = request.arrays;
  std::span<const std::uint8_t> blob(request.blob);
  // In braces, the initialisers are evaluated in order.
  Task task{take(blob, in[0]),
            take(blob, in[1]),
            take(blob, Array({worker::to_index(in[2]), 1})),
            {static_cast<int>(worker::to_index(in[3])), in[4][0]},
            worker::to_seed(in[5]),
            {}};
  auto from = blob.begin();
  for (const Array& value : std::span(in).subspan(kFixedArrays)) {
    const auto end = std::find(from, blob.end(), '\n');
    task.start.push_back({{from, end}, value});
    from = end + 1;
  }
  return task;
}

}  // namespace gradus::trainer
