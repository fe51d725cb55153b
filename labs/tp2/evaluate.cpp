#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "nn/error.hpp"
#include "nn/shape_text.hpp"
#include "tp2/network.hpp"

namespace tp2 {
namespace {

// Large enough for fast products, small enough for the processor's cache.
constexpr nn::Index kBatchSize = 64;

nn::Index count_right(const nn::Matrix& logits, const std::vector<nn::Index>& gold) {
  if (logits.cols() != static_cast<nn::Index>(gold.size()) || logits.rows() == 0) {
    throw nn::ShapeError("evaluate: forward was given a batch of " + std::to_string(gold.size()) +
                         " columns and returned " +
                         nn::detail::shape_text(logits.rows(), logits.cols()) +
                         "; every column of the input must give one column of logits.");
  }
  nn::Index right = 0;
  for (nn::Index k = 0; k < logits.cols(); ++k) {
    if (argmax(column(logits, k)) == gold[static_cast<std::size_t>(k)]) ++right;
  }
  return right;
}

}  // namespace

double evaluate(const Network& network, const nn::Dataset& data) {
  nn::Index right = 0;
  for (nn::Index first = 0; first < data.size(); first += kBatchSize) {
    std::vector<nn::Index> batch(
        static_cast<std::size_t>(std::min(kBatchSize, data.size() - first)));
    std::iota(batch.begin(), batch.end(), first);
    const Tensor logits = network.forward(Tensor(data.images(batch)));
    right += count_right(logits.data(), data.labels(batch));
  }
  return data.size() == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(data.size());
}

}  // namespace tp2
