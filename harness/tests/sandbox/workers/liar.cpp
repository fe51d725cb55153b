/// Answers every request with a reply that is wrong in the way that the request's number names.
#include <string>
#include <unistd.h>

#include "lies.hpp"
#include "wire.hpp"

using namespace hostile;

namespace {

void send_text(Header header, std::size_t length) {
  std::string text(length, 'x');
  text.front() = '\x1b';
  header.count = 0;
  header.array_bytes = 0;
  header.blob_bytes = length;
  write_all(&header, sizeof header);
  write_all(text.data(), text.size());
}

void trickle(const Header& header, const Payload& payload) {
  std::vector<char> bytes(sizeof header + sizeof payload);
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, &payload, sizeof payload);
  for (const char byte : bytes) {
    write_all(&byte, 1);
    ::usleep(20'000);
  }
}

void lie(Lie which, Header header) {
  Payload payload;
  switch (which) {
    case Lie::kNone:
      return send(header, payload);
    case Lie::kNonce:
      ++header.nonce;
      return send(header, payload);
    case Lie::kMagic:
      header.magic = 0;
      return send(header, payload);
    case Lie::kUnknownStatus:
      header.code = 9;
      return send(header, payload);
    case Lie::kManyArrays:
      header.count = 65535;
      return send(header, payload);
    case Lie::kHugeArrays:
      header.array_bytes = std::uint64_t{1} << 60;
      return send(header, payload);
    case Lie::kOverflowingSizes:
      header.array_bytes = ~std::uint64_t{0};
      header.blob_bytes = 25;
      return send(header, payload);
    case Lie::kHugeText:
      return send_text(header, 5000);
    case Lie::kShape:
      payload.rows = std::uint64_t{1} << 61;
      return send(header, payload);
    case Lie::kSurplusByte: {
      std::vector<char> bytes(sizeof header + sizeof payload +
                              1);  // In one write: none comes late.
      std::memcpy(bytes.data(), &header, sizeof header);
      std::memcpy(bytes.data() + sizeof header, &payload, sizeof payload);
      return write_all(bytes.data(), bytes.size());
    }
    case Lie::kShort:
      write_all(&header, sizeof header);
      write_all(&payload, 10);
      std::_Exit(0);
    case Lie::kHeaderOnly:
      return write_all(&header, sizeof header);
    case Lie::kTrickle:
      return trickle(header, payload);
    case Lie::kTwice:
      send(header, payload);
      ::usleep(50'000);
      return send(header, payload);
    case Lie::kOutOfMemory:
      header.code = 3;
      return send(header, payload);
    case Lie::kNotStarted:
      header.code = 2;
      return send(header, payload);
    case Lie::kException:
      header.code = 1;
      return send_text(header, 1024);
    case Lie::kArraysOfException:
      header.code = 1;
      return send(header, payload);
  }
}

}  // namespace

int main() {
  for (;;) {
    const Request request = read_request();
    Header header;
    header.nonce = request.header.nonce;
    lie(static_cast<Lie>(request.number), header);
  }
}
