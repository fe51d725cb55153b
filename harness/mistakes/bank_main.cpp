#include <algorithm>
#include <cstdio>

#include "mistakes/versions.hpp"
#include "worker/answer.hpp"
#include "worker/memory.hpp"
#include "worker/serve.hpp"

/// A worker that plays one version of an exercise.
/// Usage: mistakes.SLUG VERSION
namespace {

const gradus::mistakes::Version* chosen = nullptr;

}  // namespace

gradus::protocol::Reply gradus::worker::tell(const protocol::Request& request) {
  return chosen->tell(request);
}

int main(int argc, char** argv) {
  using namespace gradus;
  const auto all = mistakes::versions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const mistakes::Version& v) {
    return argc > 1 && v.name == argv[1];
  });
  if (found == all.end()) {
    std::fputs("There is no such version.\n", stderr);
    return 2;
  }
  chosen = &*found;
  worker::fill_memory(worker::Fill::kNan);
  return worker::serve();
}
