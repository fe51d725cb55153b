#include "worker/trainer/measure.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <numeric>

namespace gradus::trainer {

std::optional<Array> measure_logits(const Learner& learner, const nn::Dataset& data) try {
  constexpr nn::Index kBatch = 100;
  Array all({data.n_classes(), data.size()});
  auto to = all.values.begin();
  std::vector<nn::Index> batch;
  for (nn::Index first = 0; first < data.size(); first += kBatch) {
    batch.resize(static_cast<std::size_t>(std::min(kBatch, data.size() - first)));
    std::iota(batch.begin(), batch.end(), first);
    const nn::Matrix logits = learner.logits(data.images(batch));
    if (logits.rows() != data.n_classes() ||
        logits.cols() != static_cast<nn::Index>(batch.size())) {
      return std::nullopt;
    }
    to = std::copy(logits.begin(), logits.end(), to);
  }
  return all;
} catch (...) {
  return std::nullopt;
}

double mean_loss(const Array& logits, const nn::Dataset& data) {
  double sum = 0.0;
  for (nn::Index j = 0; j < data.size(); ++j) {
    double largest = logits(0, j);
    for (nn::Index i = 1; i < logits.rows(); ++i) largest = std::max(largest, logits(i, j));
    double scaled = 0.0;
    for (nn::Index i = 0; i < logits.rows(); ++i) scaled += std::exp(logits(i, j) - largest);
    sum += std::log(scaled) + largest - logits(data.label(j), j);
  }
  return sum / static_cast<double>(data.size());
}

}  // namespace gradus::trainer
