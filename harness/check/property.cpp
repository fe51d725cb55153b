#include "check/property.hpp"

#include <exception>
#include <rapidcheck.h>
#include <rapidcheck/detail/TestListenerAdapter.h>

namespace gradus::check {
namespace {

/// Shrinking has no bound of its own. A count, not a time, keeps the result the same on every
/// machine.
constexpr int kMaxShrinks = 400;

struct Stop {};

/// Ends RapidCheck's search from inside: after too many shrinks, or when a case threw.
class Leash : public rc::detail::TestListenerAdapter {
 public:
  explicit Leash(const std::exception_ptr& thrown) : thrown_(thrown) {}

  void onTestCaseFinished(const rc::detail::CaseDescription&) override { check(); }
  void onShrinkTried(const rc::detail::CaseDescription&, bool) override {
    check();
    if (++shrinks_ >= kMaxShrinks) throw Stop{};
  }

 private:
  void check() const {
    if (thrown_) throw Stop{};
  }
  const std::exception_ptr& thrown_;
  int shrinks_ = 0;
};

rc::Gen<Case> shrinkable(const Generator& generator) {
  return [&generator](const rc::Random& random, int /*size*/) {
    rc::Random source = random;
    Random own(source.next());
    return rc::shrinkable::shrinkRecur(
        generator.draw(own), [](const Case& c) { return rc::seq::fromContainer(c.simpler()); });
  };
}

}  // namespace

Search find_counterexample(const Generator& generator, std::uint64_t seed, int cases,
                           const std::function<bool(const Case&)>& fails) {
  Search search;
  std::exception_ptr thrown;
  const auto gen = shrinkable(generator);
  const auto property = [&] {
    const Case c = *gen;
    if (thrown) RC_FAIL("ended");
    if (!search.smallest) ++search.tried;
    bool failed = false;
    try {
      failed = fails(c);
    } catch (...) {
      thrown = std::current_exception();
    }
    // RapidCheck walks downhill only, so the last case that failed is the smallest.
    if (failed) search.smallest = c;
    if (failed || thrown) RC_FAIL("falsified");
  };

  rc::detail::TestParams params;
  params.seed = seed;
  params.maxSuccess = cases;
  Leash leash(thrown);
  try {
    rc::detail::checkProperty(rc::detail::toProperty(property), {}, params, leash, {});
  } catch (const Stop&) {
  }
  if (thrown) std::rethrow_exception(thrown);
  return search;
}

}  // namespace gradus::check
