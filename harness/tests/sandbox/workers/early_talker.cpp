/// Sends replies before anything was asked, as code that runs before main() could.
#include "wire.hpp"

using namespace hostile;

namespace {

const bool has_talked = [] {
  send({}, {});
  return true;
}();

}  // namespace

int main() {
  for (;;) answer(read_request());
}
