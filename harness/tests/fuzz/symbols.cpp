// readelf lists the symbols of an object that was compiled from a student's file; names of any
// bytes can be had with asm("...").

#include "toolchain/symbols.hpp"

#include <algorithm>

#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {

void try_input(Bytes bytes) {
  Input input(bytes);
  const bool knows_more = input.byte() % 2 != 0;
  const std::string word = input.text();
  const std::string listing = input.rest_text();

  toolchain::Words shared = {"softmax", "AffineGradient", "tp1"};
  const auto names = toolchain::listed_names(listing, shared);
  for (const std::string& name : names) {
    require(!name.empty() && name.find_first_of(" \t\n\v\f\r") == std::string::npos,
            "a name is one word");
    require(listing.find(name) != std::string::npos, "a name is one of the listing");
  }
  require(names.size() <=
              1 + static_cast<std::size_t>(std::count(listing.begin(), listing.end(), '\n')),
          "a line gives one name at most");
  if (!knows_more) return;
  shared.insert(word);
  const auto fewer = toolchain::listed_names(listing, shared);
  require(std::includes(names.begin(), names.end(), fewer.begin(), fewer.end()),
          "what headers declare only takes names out");
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  return {
      "\1\4Best1: 0 31 FUNC GLOBAL DEFAULT 1 _ZN3tp17softmaxERKN2nn6VectorE\n"
      "2: 0 31 FUNC WEAK DEFAULT 5 _ZN3tp14BestD0Ev\n"s,
      "\1\7shifted1: 0 40 OBJECT WEAK DEFAULT 2 _ZTVN3tp14BestE\n"
      "2: 0 8 OBJECT UNIQUE DEFAULT 3 _ZGVZN3tp17shiftedEdE1x\n"s,
      "\0\0001: 0 16 FUNC WEAK DEFAULT 4 _ZNSt6vectorIN3tp14BestESaIS1_EED2Ev\n"
      "2: 0 1 FUNC WEAK DEFAULT [VARIANT_PCS] 5 _ZN3tp1plERKdS1_\n"
      "3: 0 5 FUNC GLOBAL DEFAULT 1 main\n4: 0 0 NOTYPE GLOBAL DEFAULT UND exp\n"s,
      "\0\0001: 0 1 OBJECT WEAK DEFAULT 6 _ZTIFvdE\n2: 0 1 FUNC WEAK DEFAULT 7 "
      "_ZNK2nn6MatrixclEll\n3: 0 1 FUNC WEAK DEFAULT 8 _ZN3tp199999999999999999999x\n"s,
      "\0\0\n \n_Z\n1: 0 1 FUNC WEAK DEFAULT [\n2: 0 1 FUNC GLOBAL DEFAULT ABS\n_ZN9 V 0\n"s};
}

}  // namespace gradus::fuzz
