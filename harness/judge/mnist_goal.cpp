#include "judge/mnist_goal.hpp"

#include <stdexcept>
#include <string>

namespace gradus::judge {

MnistGoal mnist_goal(std::string_view lab) {
  if (lab == "tp1") return {5, 0.01, 0.90, 0.85};
  if (lab == "tp2") return {3, 0.01, 0.95, 0.87};
  throw std::out_of_range("no MNIST goal for " + std::string(lab));
}

}  // namespace gradus::judge
