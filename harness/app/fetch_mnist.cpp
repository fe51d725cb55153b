#include <cstdio>

#include "app/commands.hpp"
#include "mnist/sources.hpp"

namespace gradus::app {

int fetch_mnist() {
  mnist::LoadOptions options;
  options.say = [](const std::string& line) { std::printf("%s\n", line.c_str()); };
  const mnist::Loaded data = mnist::load(options);
  if (data.fell_back) {
    std::printf("%s\n", data.notice.c_str());
    return kPointsLost;
  }
  std::printf("MNIST is ready: %s\n", data.origin.c_str());
  return kFullMarks;
}

}  // namespace gradus::app
