// attack: puts a symbolic link where the grader may write next, so that it overwrites its target
// expect: wrong
// because: nothing can be made in the box, and what the grader writes has names that it draws
#include <cstdio>
#include <string>
#include <sys/auxv.h>
#include <unistd.h>

#include "tp1/softmax.hpp"

namespace {

bool plant() {
  std::string beside = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  beside.erase(beside.rfind('/') + 1);
  for (const std::string& folder : {beside, std::string("./"), std::string("/tmp/")}) {
    if (symlink("@CANARY@", (folder + "gradus-attack-results.json").c_str()) == 0) {
      std::printf("LOOT planted a link in %s\n", folder.c_str());
    }
  }
  std::fflush(stdout);
  return true;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const bool planted = plant();
  return logits;
}
