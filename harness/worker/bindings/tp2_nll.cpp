#include <algorithm>
#include <span>
#include <vector>

#include "tp2/nll.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_story.hpp"

namespace gradus::worker {
namespace {

using protocol::Reply;

/// A caller's array of gold classes, used for one call after another: always the same memory, so
/// that a node that kept a view of it, not a copy, sees other classes later, every time.
class Golds {
 public:
  explicit Golds(std::size_t longest) { classes_.reserve(longest); }

  std::span<const nn::Index> set(const Array& golds) {
    classes_.clear();
    for (const double k : golds.values) classes_.push_back(static_cast<nn::Index>(k));
    return classes_;
  }
  /// Leaves class 0 behind, and then nothing.
  void reuse() {
    std::fill(classes_.begin(), classes_.end(), 0);
    classes_.clear();
  }

 private:
  std::vector<nn::Index> classes_;
};

Reply once(const std::vector<Array>& in) {
  const tp2::Tensor logits = to_leaf(in[0], any(in[2]));
  const std::vector<nn::Index> golds = to_indices(in[1]);
  const tp2::Tensor input = behind(logits);
  const tp2::Tensor y = tp2::nll(input, golds);
  if (any(in[2])) go_back(y, in[3]);
  return {{},
          {to_array(y.data()), to_array(logits.gradient()), scalar(y.requires_grad()),
           to_array(y.gradient()), to_array(input.data()), in[1], in[2], in[3]},
          {}};
}

Reply twice(const std::vector<Array>& in) {
  const tp2::Tensor logits1 = to_leaf(in[0], true);
  const tp2::Tensor logits2 = to_leaf(in[3], true);
  tp2::Tensor first = logits1;
  tp2::Tensor second = logits2;
  Golds golds(std::max(in[1].values.size(), in[4].values.size()));
  const tp2::Tensor y1 = tp2::nll(first, golds.set(in[1]));
  const tp2::Tensor y2 = tp2::nll(second, golds.set(in[4]));
  golds.reuse();
  reuse(first);
  reuse(second);
  go_back(y2, in[5]);
  go_back(y1, in[2]);
  go_back(y1, in[2]);
  go_back(tp2::nll(logits1, golds.set(in[1])), in[2]);
  return {{},
          {to_array(logits1.gradient()), to_array(logits2.gradient()), to_array(logits1.data()),
           in[1], in[2], to_array(logits2.data()), in[4], in[5]},
          {}};
}

}  // namespace

Reply tell(const protocol::Request& request) {
  if (request.operation == protocol::Operation::kTp2NllTwice) return twice(request.arrays);
  return counting_nodes(4, [&request] { return once(request.arrays); });
}

}  // namespace gradus::worker
