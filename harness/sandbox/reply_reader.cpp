#include "sandbox/reply_reader.hpp"

#include <utility>

namespace gradus::sandbox {

void ReplyReader::filled(std::size_t n) {
  received_ += n;
  if (!header_ && received_ == protocol::kHeaderSize) read_header();
}

void ReplyReader::read_header() {
  const auto header = protocol::Header::decode(std::span(bytes_).first<protocol::kHeaderSize>());
  if (!header) {
    complaint_ = "it does not begin as a reply does";
  } else if (header->nonce != nonce_) {
    complaint_ = "it answers another question";
  } else if (header->code > static_cast<std::uint16_t>(protocol::Status::kOutOfMemory)) {
    complaint_ = "its status is unknown";
  } else if (header->count > bounds_.arrays || header->array_bytes > bounds_.bytes ||
             header->blob_bytes > protocol::kMaxText) {
    complaint_ = "it is much larger than any right answer";
  } else {
    header_ = header;
    bytes_.resize(protocol::kHeaderSize + header->array_bytes + header->blob_bytes);
  }
}

std::optional<protocol::Reply> ReplyReader::reply() {
  const auto payload = std::span<const std::byte>(bytes_).subspan(protocol::kHeaderSize);
  auto arrays = protocol::decode_arrays(payload.first(header_->array_bytes), header_->count);
  if (!arrays) {
    complaint_ = "its arrays do not have the sizes that they claim";
    return std::nullopt;
  }
  const auto text = payload.subspan(header_->array_bytes);
  return protocol::Reply{static_cast<protocol::Status>(header_->code),
                         std::move(*arrays),
                         {reinterpret_cast<const char*>(text.data()), text.size()}};
}

}  // namespace gradus::sandbox
