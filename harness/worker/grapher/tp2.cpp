#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "graph/wire.hpp"
#include "nn/error.hpp"
#include "tp2/nll.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_deep.hpp"
#include "worker/convert.hpp"
#include "worker/grapher/calls.hpp"
#include "worker/grapher/walk.hpp"

/// The program behind `gradus graph`: one small network of the student's, forward and back once,
/// and the graph that this leaves behind.
namespace gradus::worker {
namespace {

using graph::Outcome;
using graph::Step;

/// The steps that were taken, and what stopped them.
class Story {
 public:
  /// Takes a step, unless an earlier one has failed.
  template <class Call>
  void take(Step step, Call call) {
    if (failed_) return;
    double& outcome = outcomes_[static_cast<Index>(step)];
    failed_ = true;
    try {
      call();
      outcome = static_cast<double>(Outcome::kDone);
      failed_ = false;
    } catch (const nn::NotStarted& e) {
      outcome = static_cast<double>(Outcome::kNotStarted);
      said_ = e.slug();
    } catch (const std::exception& e) {
      outcome = static_cast<double>(Outcome::kThrew);
      said_ = e.what();
    } catch (...) {
      outcome = static_cast<double>(Outcome::kThrew);
      said_ = "an object that is not a std::exception";
    }
  }

  [[nodiscard]] const Array& outcomes() const { return outcomes_; }
  [[nodiscard]] const std::string& said() const { return said_; }

 private:
  Array outcomes_{{graph::kSteps, 1}};
  std::string said_;
  bool failed_ = false;
};

/// Samples without a pattern that could hide something: no zero, no two alike.
tp2::Tensor samples(nn::Index n_features, nn::Index n) {
  nn::Matrix x(n_features, n);
  double entry = -0.8;
  for (double& value : x) value = entry += 0.17;
  return tp2::Tensor(x);
}

}  // namespace

/// \param request dims as in make_network(); number of samples
protocol::Reply tell(const protocol::Request& request) {
  const Array& dims = request.arrays[0];
  const nn::Index n = to_index(request.arrays[1]);
  const tp2::Tensor x = samples(static_cast<nn::Index>(dims[0]), n);
  std::vector<nn::Index> gold;
  for (nn::Index k = 0; k < n; ++k) gold.push_back(k % static_cast<nn::Index>(dims[1]));

  Story story;
  std::unique_ptr<tp2::DeepNetwork> network;
  std::optional<tp2::Tensor> logits;
  std::optional<tp2::Tensor> loss;
  nn::Rng rng(1);
  story.take(Step::kConstruct, [&] { network = make_network(dims); });
  story.take(Step::kInit, [&] { network->init_parameters(rng); });
  story.take(Step::kForward, [&] { logits = network->forward(x); });
  story.take(Step::kLoss, [&] {
    loss = grapher::noted("nll", {*logits}, [&] { return tp2::nll(*logits, gold); });
  });

  grapher::Walk walk(network ? network->parameters() : std::vector<tp2::Parameter>(), x, loss);
  walk.watch();
  story.take(Step::kBackward, [&] { loss->backward(); });
  protocol::Reply reply = walk.encode();
  reply.arrays.push_back(story.outcomes());
  reply.text += story.said();
  // The caller shows what the code has printed, and does not wait for the program's end.
  std::fflush(stdout);
  return reply;
}

}  // namespace gradus::worker
