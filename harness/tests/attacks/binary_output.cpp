// attack: prints bytes that are no text: zeros, broken and overlong UTF-8, halves of pairs, a
//   line of a megabyte
// expect: wrong
// because: output is kept as bytes up to a limit; what is no text is shown as numbers
#include <cstdio>
#include <string>

#include "tp1/softmax.hpp"

namespace {

bool print() {
  using namespace std::string_literals;
  const std::string bytes =
      "\0\0\xff\xfe\xc0\x80\xe0\x80\xaf\xed\xa0\x80\xf4\x90\x80\x80\xf8\x88\x80\x80\x80"s
      "\xef\xbb\xbf\xef\xbf\xbf\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\xe2\x80"s;
  for (std::FILE* const stream : {stdout, stderr}) {
    std::fwrite(bytes.data(), 1, bytes.size(), stream);
    const std::string line(std::size_t{1} << 20, '\xe2');
    std::fwrite(line.data(), 1, line.size(), stream);
    std::fflush(stream);
  }
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool printed = print();
  return logits;
}
