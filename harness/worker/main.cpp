#include <string_view>

#include "worker/memory.hpp"
#include "worker/serve.hpp"

/// The program that a student's file is linked into.
/// Usage: worker [nan|zero|as_is], the Fill of its memory; default: nan
int main(int argc, char** argv) {
  gradus::worker::fill_memory(gradus::worker::fill_named(argc > 1 ? argv[1] : "nan"));
  return gradus::worker::serve();
}
