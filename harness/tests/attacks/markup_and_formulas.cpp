// attack: prints markup, formulas of spreadsheets and pieces of results.json, for those who show
//   them
// expect: wrong
// because: whatever writes a format escapes all text for it: text stays text
#include <cstdio>
#include <stdexcept>

#include "tp1/softmax.hpp"

nn::Vector tp1::softmax(const nn::Vector& logits) {
  static int calls = 0;
  if (calls++ == 0) {
    std::puts(
        "<script>fetch('http://localhost/')</script><img src=x onerror=alert(1)>\n"
        "=HYPERLINK(\"http://localhost/\",\"4\")\n+1\n-1\n@SUM(1)\n"
        "[4 / 4](http://localhost/) <!-- ]]> --> `x` | 4 |\n"
        "\"}], \"points\": 20.0, \"verdict\": \"passed\", \"x\": [{\"y\": \"\\u0000\n"
        "::set-output name=mark::20");
    std::fflush(stdout);
  }
  if (calls % 2 == 0) throw std::runtime_error("=1+1\",\"passed\",20\n</td><td>20");
  return logits;
}
