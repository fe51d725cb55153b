// attack: writes words of success to every descriptor, whatever may be behind it
// expect: bad_reply
// because: words are no reply; nothing that a worker writes is a verdict
#include <cstring>
#include <unistd.h>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  const char words[] =
      "{\"verdict\": \"passed\", \"points\": 4.0}\n[       OK ] tp1.softmax.value\n";
  int written = 0;
  for (int fd = 1; fd < 64; ++fd) {
    if (write(fd, words, std::strlen(words)) > 0) ++written;
  }
  return static_cast<double>(written) * logits;
}
