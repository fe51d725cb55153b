#include "diagnosis/names.hpp"

namespace gradus::diagnosis {

using protocol::Operation;

Names names_of(Operation operation) {
  switch (operation) {
    case Operation::kTp1BackwardAffine:
      return {{"W", "b", "x", "g"}, {"gW", "gb"}};
    case Operation::kTp1Softmax:
      return {{"logits"}, {"softmax(logits)"}};
    case Operation::kTp1Nll:
      return {{"logits", "gold"}, {"the loss"}};
    case Operation::kTp1BackwardNll:
      return {{"logits", "gold", "g"}, {"the gradient"}};
    case Operation::kTp1Evaluate:
      return {{"W", "b", "images", "labels"}, {"the accuracy"}};
    case Operation::kTp2Tanh:
      return {{"x", "requires_grad", "g"}, {"y", "the gradient of x"}};
    case Operation::kTp2Affine:
      return {{"W", "b", "x", "requires_grad", "g"},
              {"y", "the gradient of W", "the gradient of b", "the gradient of x"}};
    case Operation::kTp2Nll:
      return {{"logits", "gold", "requires_grad", "g"}, {"the loss", "the gradient of the logits"}};
    default:
      return {};
  }
}

}  // namespace gradus::diagnosis
