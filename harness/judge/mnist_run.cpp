#include "judge/mnist_run.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "check/oracle.hpp"
#include "judge/mnist_goal.hpp"
#include "mnist/transform.hpp"
#include "protocol/random.hpp"
#include "sandbox/remote.hpp"
#include "score/score.hpp"

namespace gradus::judge {
namespace {

using protocol::Operation;
using protocol::Reply;
using protocol::Request;
using namespace std::chrono_literals;

constexpr int kRuns = 3;
constexpr Index kClasses = 10;
/// The reference needs some seconds; code that multiplies out every gradient, a minute.
constexpr auto kTimeLimit = 300s;

/// Names what keeps the gate closed, or nothing.
void check_gate(MnistResult& result, std::span<const ExerciseResult> exercises) {
  std::string closing;
  bool untouched = true;
  for (const ExerciseResult& e : exercises) {
    if (e.verdict != Verdict::kNotStarted) untouched = false;
    if (!opens_gate(e)) closing += (closing.empty() ? "" : ", ") + e.slug;
  }
  if (closing.empty()) return;
  result.verdict = untouched ? Verdict::kNotStarted : Verdict::kUnfinished;
  result.message = "Not run yet: it needs the value and gradient checks of " + closing + ".";
}

Array label_column(const mnist::Digits& digits) {
  return column({digits.labels.begin(), digits.labels.end()});
}

/// 784 x images, in [0, 1].
Array inputs(std::span<const std::uint8_t> pixels, Index n_features) {
  Array x({n_features, static_cast<Index>(pixels.size()) / n_features});
  std::transform(pixels.begin(), pixels.end(), x.values.begin(),
                 [](std::uint8_t v) { return v / 255.0; });
  return x;
}

/// W x + b of all images, some at a time: all of them as numbers would be a memory of their own.
Array logits_of(const Array& W, const Array& b, const mnist::Images& images) {
  constexpr std::size_t kImagesAtOnce = 256;
  const Index n_features = images.rows * images.cols;
  const std::span<const std::uint8_t> pixels(images.pixels);
  const std::size_t step = kImagesAtOnce * static_cast<std::size_t>(n_features);
  Array logits({W.rows(), images.count});
  auto to = logits.values.begin();
  for (std::size_t first = 0; first < pixels.size(); first += step) {
    const auto some = pixels.subspan(first, std::min(step, pixels.size() - first));
    const Array y = check::oracle::affine(W, b, inputs(some, n_features));
    to = std::copy(y.values.begin(), y.values.end(), to);
  }
  return logits;
}

Request training_request(Operation operation, const mnist::Split& data, const MnistGoal& goal,
                         std::uint64_t seed) {
  Request request{operation,
                  {label_column(data.train), label_column(data.dev), scalar(goal.epochs),
                   scalar(goal.learning_rate), scalar(static_cast<double>(seed))},
                  {}};
  request.blob.reserve(data.train.images.pixels.size() + data.dev.images.pixels.size());
  for (const mnist::Digits* part : {&data.train, &data.dev}) {
    const auto& pixels = part->images.pixels;
    request.blob.insert(request.blob.end(), pixels.begin(), pixels.end());
  }
  return request;
}

Reply ask(sandbox::Subject& subject, const Request& request, const std::vector<Shape>& expected) {
  // Room for a log of any length.
  Reply reply =
      subject.call(request, {expected.size() + 1, protocol::encoded_size(expected) + 65536});
  if (reply.status == protocol::Status::kException) {
    throw sandbox::SubjectFailure(Verdict::kWrong, "it threw an exception: " + reply.text);
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i >= reply.arrays.size() || reply.arrays[i].shape != expected[i]) {
      throw sandbox::SubjectFailure(Verdict::kWrong,
                                    "the trained model does not have the right shapes");
    }
  }
  return reply;
}

std::vector<Index> to_indices(const mnist::Labels& labels) {
  return {labels.begin(), labels.end()};
}

}  // namespace

MnistRun::MnistRun(mnist::LoadOptions source, std::uint64_t seed, sandbox::Limits limits,
                   const sandbox::Confinement& confinement,
                   std::function<void(const std::string&)> say)
    : source_(std::move(source)),
      seed_(seed),
      limits_(limits),
      confinement_(confinement),
      say_(std::move(say)) {
  source_.say = say_;
  limits_.cpu = kTimeLimit;
  if (limits_.address_space != 0) limits_.address_space = std::uint64_t{4} << 30;
}

void MnistRun::load() {
  if (data_) return;
  mnist::Loaded loaded = mnist::load(source_);
  notice_ = loaded.notice;
  sample_ = loaded.kind == mnist::Kind::sample;
  name_ = mnist::source(loaded.kind).name;
  const mnist::Images& images = loaded.split.train.images;
  // Noise on the whole background would make inputs dense and training twice as long, and hides an
  // image hardly better (36 against 31 % of labels found by a look-up).
  mnist::TransformOptions disguise;
  disguise.background = 0.1;
  const mnist::Transform transform(seed_for(seed_, "mnist transform"), images.rows * images.cols,
                                   kClasses, disguise);
  data_ = mnist::apply(transform, std::move(loaded.split));
}

double MnistRun::accuracy(const std::filesystem::path& worker, std::string_view lab,
                          std::uint64_t seed) const {
  const MnistGoal goal = mnist_goal(lab);
  sandbox::Remote subject(
      confinement_.confine({{worker.string(), "as_is"}}, {sandbox::Box::Task::kRun, {worker}, {}}),
      {kTimeLimit, kTimeLimit, 1}, limits_);
  const Index n_features = data_->test.images.rows * data_->test.images.cols;
  const Index n_test = data_->test.size();
  Array logits;
  if (lab == "tp1") {
    const Reply reply =
        ask(subject, training_request(Operation::kTp1MnistTrain, *data_, goal, seed),
            {{kClasses, n_features}, {kClasses, 1}});
    logits = logits_of(reply.arrays[0], reply.arrays[1], data_->test.images);
  } else {
    Request request = training_request(Operation::kTp2MnistTrain, *data_, goal, seed);
    request.arrays.push_back(
        column({static_cast<double>(n_features), kClasses, kHiddenUnits, kHiddenLayers, 0.0}));
    ask(subject, request, {});
    logits = ask(subject, {Operation::kTp2MnistLogits, {}, data_->test.images.pixels},
                 {{kClasses, n_test}})
                 .arrays[0];
  }
  // The lower end: of equal logits none counts as the right one, so that no constant scores.
  return check::oracle::accuracy(logits, to_indices(data_->test.labels)).lowest;
}

MnistResult MnistRun::score(const Lab& lab, std::span<const ExerciseResult> exercises,
                            toolchain::Builder& builder) {
  MnistResult result;
  result.slug = lab.mnist.slug;
  result.title = lab.mnist.title;
  result.out_of = lab.mnist.points;
  check_gate(result, exercises);
  if (!result.message.empty()) return result;

  const toolchain::Built worker = builder.link_worker(lab);
  if (!worker.ok()) {
    result.verdict = Verdict::kDidNotBuild;
    result.message = worker.errors;
    return result;
  }
  try {
    load();
    result.data = name_;
    const MnistGoal goal = mnist_goal(lab.name);
    result.threshold = sample_ ? goal.sample_threshold : goal.threshold;
    result.verdict = Verdict::kWrong;
    for (int i = 0; i < kRuns && result.verdict == Verdict::kWrong; ++i) {
      say_("training " + std::string(lab.name) + " on " + name_ +
           (i == 0 ? "" : ", run " + std::to_string(i + 1) + " of " + std::to_string(kRuns)));
      const std::uint64_t seed =
          seed_for(seed_, lab.mnist.slug, static_cast<std::uint64_t>(i)) >> 12U;
      result.accuracies.push_back(accuracy(worker.file, lab.name, seed));
      if (result.accuracies.back() >= result.threshold) result.verdict = Verdict::kPassed;
    }
    if (result.verdict == Verdict::kWrong) {
      result.message =
          "Your network learns, but less than a right one does, with three seeds. "
          "Train it yourself and look at the loss: ./gradus train " +
          std::string(lab.name);
    }
  } catch (const sandbox::SubjectFailure& e) {
    result.verdict = e.verdict();
    result.message = std::string("During training on ") + name_ + ": " + e.what() + ".";
  } catch (const std::exception& e) {
    result.verdict = Verdict::kHarnessError;
    result.message = e.what();
  }
  if (result.verdict == Verdict::kPassed) result.points = result.out_of;
  return result;
}

}  // namespace gradus::judge
