#include "training/answers.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace gradus::training {

double Answers::accuracy() const {
  return images == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(images);
}

std::vector<Confusion> Answers::confusions(std::size_t most) const {
  std::vector<Confusion> all;
  for (int label = 0; label < kClasses; ++label) {
    for (int answer = 0; answer < kClasses; ++answer) {
      const auto count = static_cast<Index>(counts(label, answer));
      if (label != answer && count > 0) all.push_back({label, answer, count});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Confusion& a, const Confusion& b) { return a.count > b.count; });
  if (all.size() > most) all.resize(most);
  return all;
}

Answers judge(const Array& logits, std::span<const std::uint8_t> labels) {
  const auto n = static_cast<Index>(labels.size());
  if (logits.shape != Shape{kClasses, n}) {
    throw std::invalid_argument("logits and labels are not of the same images");
  }
  Answers answers;
  answers.images = n;
  answers.counts = Array({kClasses, kClasses});
  for (Index i = 0; i < n; ++i) {
    const auto column =
        std::span(logits.values).subspan(static_cast<std::size_t>(i * kClasses), kClasses);
    if (!std::all_of(column.begin(), column.end(), [](double x) { return std::isfinite(x); })) {
      ++answers.none;
      continue;
    }
    const auto largest = std::max_element(column.begin(), column.end());
    const auto answer = static_cast<int>(largest - column.begin());
    const int label = labels[static_cast<std::size_t>(i)];
    answers.counts(label, answer) += 1.0;
    if (answer == label) {
      ++answers.right;
      continue;
    }
    double sum = 0.0;
    for (const double x : column) sum += std::exp(x - *largest);
    answers.mistakes.push_back({i, label, answer, 1.0 / sum});
  }
  std::stable_sort(
      answers.mistakes.begin(), answers.mistakes.end(),
      [](const Mistake& a, const Mistake& b) { return a.probability > b.probability; });
  return answers;
}

}  // namespace gradus::training
