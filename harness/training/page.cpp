#include "training/page.hpp"

#include "training/numbers.hpp"

namespace gradus::training::page {

std::string loss_text(const std::optional<double>& loss) {
  return loss ? number_text(*loss, 4) : kUnknown;
}

std::string share_text(const std::optional<double>& share) {
  return share ? percent_text(*share) : kUnknown;
}

std::string epochs_text(std::size_t done, int asked) {
  const std::string text = std::to_string(done) + (done == 1 ? " epoch" : " epochs");
  return done == static_cast<std::size_t>(asked) ? text : text + " of " + std::to_string(asked);
}

}  // namespace gradus::training::page
