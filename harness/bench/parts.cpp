// How long the parts of Gradus take that people wait for, with Google Benchmark.
//
// Usage: parts [--benchmark_filter=REGEX] [--benchmark_repetitions=N] [...]
//
// Times of one run compare with each other only. `compare` measures training against other
// programs, `loop` what a student waits for, `walls` what isolation costs.
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "bench/affine_question.hpp"
#include "bench/steps.hpp"
#include "mnist/cache.hpp"
#include "mnist/sources.hpp"
#include "nn/dataset.hpp"
#include "protocol/random.hpp"
#include "sandbox/remote.hpp"
#include "sandbox/self_test.hpp"
#include "toolchain/builder.hpp"
#include "tp2/deep_network.hpp"

namespace {

using namespace gradus;
using namespace std::chrono_literals;
namespace fs = std::filesystem;
using benchmark::Counter;
using benchmark::State;

mnist::Loaded images(mnist::Kind kind) {
  mnist::LoadOptions options;
  options.wanted = mnist::source(kind);
  options.fetchers.emplace();  // What is not there is not fetched.
  options.fall_back_to_sample = false;
  return mnist::load(options);
}

/// The sample that is in the tree, so that these run on any machine.
const nn::Dataset& sample() {
  static const nn::Dataset data = [] {
    const mnist::Digits digits = images(mnist::Kind::sample).split.train;
    return nn::Dataset(digits.images.pixels, digits.labels, 28, 28, 10);
  }();
  return data;
}

void load(State& state, mnist::Kind kind) {
  try {
    for (auto _ : state) benchmark::DoNotOptimize(images(kind));
  } catch (const mnist::SourceError&) {
    state.SkipWithError("not in the cache: ./gradus grade solutions fetches it");
  }
}
BENCHMARK_CAPTURE(load, sample, mnist::Kind::sample)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load, mnist, mnist::Kind::mnist)->Unit(benchmark::kMillisecond);

void set_rate(State& state, nn::Index samples_each) {
  state.counters["samples"] =
      Counter(static_cast<double>(state.iterations() * samples_each), Counter::kIsRate);
}

/// One pass of TP1's own step over random samples.
void train_tp1(State& state) {
  const nn::Dataset& data = sample();
  tp1::LinearClassifier model{nn::Matrix::zeros(10, data.n_features()), nn::Vector::zeros(10)};
  Random random(1);
  for (auto _ : state) {
    const nn::Index i = random.below(data.size());
    bench::step(model, data.image(i), data.label(i), 0.01);
  }
  set_rate(state, 1);
}
BENCHMARK(train_tp1);

/// A network 784-100-10 with tanh.
class Deep : public tp2::DeepNetwork {
 public:
  Deep() : DeepNetwork(784, 10, 100, 1, tp2::Activation::kTanh) {
    nn::Rng rng(1);
    init_parameters(rng);
  }
};

void train_tp2(State& state) {
  const nn::Dataset& data = sample();
  Deep network;
  tp2::SGD optimizer(network, 0.01);
  Random random(2);
  std::vector<nn::Index> batch(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    for (nn::Index& i : batch) i = random.below(data.size());
    bench::step(network, optimizer, data.images(batch), data.labels(batch));
  }
  set_rate(state, state.range(0));
}
BENCHMARK(train_tp2)->ArgName("batch")->Arg(1)->Arg(8)->Arg(32)->Arg(128);

void evaluate_tp2(State& state) {
  const Deep network;
  for (auto _ : state) benchmark::DoNotOptimize(tp2::evaluate(network, sample()));
  set_rate(state, sample().size());
}
BENCHMARK(evaluate_tp2)->Unit(benchmark::kMillisecond);

void check_gradient(State& state) {
  const check::GradientQuestion question = bench::affine_question();
  for (auto _ : state) {
    if (!check::check_gradient(question).passed()) state.SkipWithError("the right gradient failed");
  }
}
BENCHMARK(check_gradient)->Unit(benchmark::kMicrosecond);

/// A worker for tp1.softmax of the reference solution, behind the strongest walls of this machine.
class Softmax {
 public:
  Softmax()
      : recipe_(toolchain::Recipe::load(GRADUS_RECIPE)),
        submission_(toolchain::Submission::read(
            GRADUS_SOLUTIONS, std::vector<const Lab*>{find_lab("tp1")}, recipe_.labs)),
        walls_(sandbox::strongest(recipe_.probe).level),
        builder_(recipe_, submission_, walls_) {
    const Exercise& softmax = *find_exercise("tp1.softmax");
    builder_.compile(std::vector{&softmax});
    worker_ = builder_.link_worker(softmax).file;
  }

  [[nodiscard]] sandbox::Remote start() const {
    return {walls_.confine({{worker_.string()}}, {sandbox::Box::Task::kRun, {worker_}, {}}),
            {2s, 600s}};
  }

 private:
  toolchain::Recipe recipe_;
  toolchain::Submission submission_;
  sandbox::Confinement walls_;
  toolchain::Builder builder_;
  fs::path worker_;
};

const Softmax& softmax() {
  static const Softmax worker;
  return worker;
}

void ask(sandbox::Remote& worker) {
  static const protocol::Request request{
      protocol::Operation::kTp1Softmax, {column({1.0, 2.0, 3.0})}, {}};
  benchmark::DoNotOptimize(worker.call(request, {4, 4096}));
}

void start_worker(State& state) {
  const Softmax& worker = softmax();
  for (auto _ : state) {
    auto remote = worker.start();
    ask(remote);
  }
}
BENCHMARK(start_worker)->UseRealTime()->Unit(benchmark::kMicrosecond);

void call_worker(State& state) {
  auto remote = softmax().start();
  ask(remote);
  for (auto _ : state) ask(remote);
}
BENCHMARK(call_worker)->UseRealTime()->Unit(benchmark::kMicrosecond);

/// Seconds that all processors of the machine have worked since it started.
double busy_seconds() {
  std::ifstream in("/proc/stat");
  std::string word;
  double user = 0, nice = 0, system = 0, idle = 0, wait = 0, interrupts = 0, soft_interrupts = 0;
  in >> word >> user >> nice >> system >> idle >> wait >> interrupts >> soft_interrupts;
  return (user + nice + system + interrupts + soft_interrupts) /
         static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Runs a program of ours as people do. Its processor time is what the machine worked meanwhile,
/// since no count of a process has the work of what it killed: run it on a machine that rests.
void run(State& state, const std::vector<std::string>& words) {
  std::string command;
  for (const std::string& word : words) command += "'" + word + "' ";
  command += ">/dev/null";
  const double before = busy_seconds();
  for (auto _ : state) {
    if (std::system(command.c_str()) != 0) state.SkipWithError("it failed");
  }
  state.counters["cpu_s"] = Counter(busy_seconds() - before, Counter::kAvgIterations);
}

void check_exercise(State& state) {
  run(state, {GRADUS_PROGRAM, "grade", GRADUS_SOLUTIONS, "--exercise", "tp2.affine", "--no-mnist"});
}
BENCHMARK(check_exercise)->UseRealTime()->Unit(benchmark::kMillisecond);

void grade(State& state) {
  run(state, {GRADUS_PROGRAM, "grade", GRADUS_SOLUTIONS, "--mnist",
              (mnist::default_cache() / "mnist").string()});
}
BENCHMARK(grade)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(1);

void build_notes(State& state) {
  std::error_code ignored;
  fs::remove(fs::path(GRADUS_BUILD) / "docs/html.made", ignored);
  run(state, {"cmake", "--build", GRADUS_BUILD, "--target", "docs"});
}
BENCHMARK(build_notes)->UseRealTime()->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
