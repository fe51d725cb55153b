#include "nn/error.hpp"

#include <utility>

#include "nn/todo.hpp"

namespace nn {

NotStarted::NotStarted(std::string slug)
    : std::logic_error(slug + " is not written yet: replace its line nn::todo(...) by your code."),
      slug_(std::move(slug)) {}

void detail::throw_not_started(const char* slug) { throw NotStarted(slug); }

}  // namespace nn
