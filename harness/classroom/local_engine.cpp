#include "classroom/local_engine.hpp"

#include <algorithm>
#include <utility>

#include "classroom/judge.hpp"

namespace gradus::classroom {

void LocalEngine::begin(const std::vector<std::string>& submissions) {
  threads_.clear();
  orders_ = desk_.orders();
  orders_.submissions = submissions;
  next_ = 0;
  const auto crew = std::min<std::size_t>(std::max(1U, jobs_), submissions.size());
  working_ = static_cast<unsigned>(crew);
  for (std::size_t i = 0; i < crew; ++i) {
    threads_.emplace_back([this] {
      try {
        for (auto n = next_++; n < orders_.submissions.size(); n = next_++) {
          judge(desk_, program_, orders_, orders_.submissions[n]);
        }
      } catch (...) {
        next_ = orders_.submissions.size();
        const std::scoped_lock lock(mutex_);
        trouble_ = std::current_exception();
      }
      --working_;
    });
  }
}

bool LocalEngine::is_working() {
  if (working_ > 0) return true;
  const std::scoped_lock lock(mutex_);
  if (trouble_) std::rethrow_exception(std::exchange(trouble_, nullptr));
  return false;
}

}  // namespace gradus::classroom
