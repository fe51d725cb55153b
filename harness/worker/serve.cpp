#include "worker/serve.hpp"

#include <cerrno>
#include <cstddef>
#include <span>
#include <unistd.h>
#include <vector>

#include "worker/answer.hpp"
#include "worker/memory.hpp"

namespace gradus::worker {
namespace {

constexpr int kChannel = 3;

bool read_all(std::span<std::byte> to) {
  while (!to.empty()) {
    const ssize_t n = ::read(kChannel, to.data(), to.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    to = to.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

bool write_all(std::span<const std::byte> from) {
  while (!from.empty()) {
    const ssize_t n = ::write(kChannel, from.data(), from.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    from = from.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

int serve() {
  keep_freed_memory();
  std::vector<std::byte> head(protocol::kHeaderSize);
  while (read_all(head)) {
    const auto header = protocol::Header::decode(std::span(head).first<protocol::kHeaderSize>());
    if (!header) return 1;
    std::vector<std::byte> payload(header->array_bytes);
    protocol::Request request;
    request.operation = static_cast<protocol::Operation>(header->code);
    request.blob.resize(header->blob_bytes);
    if (!read_all(payload) || !read_all(std::as_writable_bytes(std::span(request.blob)))) return 1;
    auto arrays = protocol::decode_arrays(payload, header->count);
    if (!arrays) return 1;
    request.arrays = std::move(*arrays);
    fill_unused_stack();
    if (!write_all(protocol::encode(answer(request), header->nonce))) return 1;
  }
  return 0;
}

}  // namespace gradus::worker
