// attack: searches its own program for sentences of the specs, near which answers could lie
// expect: wrong
// because: a worker holds the kit and a loop that reads and writes, and no word of any check
#include <cstdio>
#include <cstring>
#include <link.h>

#include "tp1/softmax.hpp"

namespace {

// Backwards, so that these here are not found.
constexpr const char* kWords[] = {"pxe lla fo mus eht revo", "tigol yreve ot rebmun eno gniddA",
                                  "seitilibaborp eht egnahc ton tsum", "1 dna 0 neewteb seirtne",
                                  "ta dekool ton erew srebmun eht"};

__attribute__((no_sanitize("address"))) bool starts_backwards(const char* text, const char* word,
                                                              std::size_t length) {
  for (std::size_t i = 0; i < length; ++i) {
    if (text[i] != word[length - 1 - i]) return false;
  }
  return true;
}

__attribute__((no_sanitize("address"))) int search(dl_phdr_info* info, std::size_t, void*) {
  // Only the program itself, which has no name.
  if (info->dlpi_name[0] != '\0') return 0;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& part = info->dlpi_phdr[i];
    if (part.p_type != PT_LOAD || (part.p_flags & PF_R) == 0) continue;
    const auto* const text = reinterpret_cast<const char*>(info->dlpi_addr + part.p_vaddr);
    for (const char* word : kWords) {
      const std::size_t length = std::strlen(word);
      for (std::size_t at = 0; at + length < part.p_memsz; ++at) {
        if (starts_backwards(text + at, word, length)) std::printf("LOOT found %zu\n", at);
      }
    }
  }
  std::fflush(stdout);
  return 1;
}

}  // namespace

nn::Vector tp1::softmax(const nn::Vector& logits) {
  [[maybe_unused]] static const int searched = dl_iterate_phdr(search, nullptr);
  return logits;
}
