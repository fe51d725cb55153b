/// Answers as soon as it has seen the header of a request, without reading the rest.
#include "wire.hpp"

using namespace hostile;

int main() {
  Request request;
  read_all(&request.header, sizeof request.header);
  answer(request);
  for (;;) ::pause();
}
