#include <cstdio>

#include "tools/labs_readme.hpp"

/// Prints labs/README.md.
int main() {
  std::fputs(gradus::tools::labs_readme().c_str(), stdout);
  return 0;
}
