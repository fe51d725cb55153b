// nm lists the symbols of an object that was compiled from a student's file; names of any bytes can
// be had with asm("...").

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
  return {"\1\4Best_ZN3tp17softmaxERKN2nn6VectorE T 0 1f\n_ZN3tp14BestD0Ev W 0 1f\n"s,
          "\1\7shifted_ZTVN3tp14BestE V 0 28\n_ZGVZN3tp17shiftedEdE1x u 0 8\n"s,
          "\0\0_ZNSt6vectorIN3tp14BestESaIS1_EED2Ev W 0 10\n_ZN3tp1plERKdS1_ W 0 1\nmain T 0 5\n"s,
          "\0\0_ZTIFvdE V 0 1\n_ZNK2nn6MatrixclEll W 0 1\n_ZN3tp199999999999999999999x W 0 1\n"s,
          "\0\0\n \n_Z\n_Z W\n_ZN V 0\n_ZN9 V 0\n"s};
}

}  // namespace gradus::fuzz
