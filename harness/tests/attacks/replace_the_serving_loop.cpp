// attack: defines the loop that answers questions itself; the linker takes it in place of the
//   harness's
// expect: wrong or did_not_build
// because: the loop knows the question, never the answer: all that a worker holds may be the
//   student's
#include <cstdint>
#include <cstring>
#include <unistd.h>
#include <vector>

#include "tp1/softmax.hpp"

namespace gradus::worker {
int serve();
}

int gradus::worker::serve() {
  for (;;) {
    char head[32];
    if (read(3, head, sizeof head) != sizeof head) return 0;
    std::uint64_t size = 0;
    std::memcpy(&size, head + 16, sizeof size);
    std::vector<char> logits(size);
    if (read(3, logits.data(), size) != static_cast<ssize_t>(size)) return 0;
    // The result, then the inputs as they are after the call: the logits twice.
    const std::uint16_t status = 0;
    const std::uint16_t count = 2;
    const std::uint64_t twice = 2 * size;
    std::memcpy(head + 4, &status, sizeof status);
    std::memcpy(head + 6, &count, sizeof count);
    std::memcpy(head + 16, &twice, sizeof twice);
    std::vector<char> reply(head, head + sizeof head);
    reply.insert(reply.end(), logits.begin(), logits.end());
    reply.insert(reply.end(), logits.begin(), logits.end());
    if (write(3, reply.data(), reply.size()) < 0) return 0;
  }
}

nn::Vector tp1::softmax(const nn::Vector& logits) { return logits; }
