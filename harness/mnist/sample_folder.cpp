#include "mnist/sources.hpp"

namespace gradus::mnist {

std::filesystem::path sample_folder() { return GRADUS_SAMPLE_DIR; }

}  // namespace gradus::mnist
