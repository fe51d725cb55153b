#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "sandbox/remote.hpp"
#include "sandbox/self_test.hpp"
#include "toolchain/builder.hpp"

/// What isolation costs: the time to start a worker and get its first answer, and the time of a
/// later call, at each level that this machine offers. All levels take turns, so that whatever else
/// the machine does meets them alike; read the ratios.
///
/// Usage: walls SUBMISSION [STARTS]
namespace {

using namespace gradus;
using namespace std::chrono_literals;

constexpr int kCallsAWorker = 200;

struct Times {
  sandbox::Confinement walls;
  std::vector<double> starts;
  std::vector<double> calls;
};

double microseconds_since(sandbox::Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(sandbox::Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<long>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

void run_once(Times& times, const std::filesystem::path& worker) {
  const protocol::Request request{protocol::Operation::kTp1Softmax, {column({1.0, 2.0, 3.0})}, {}};
  auto start = sandbox::Clock::now();
  sandbox::Remote remote(
      times.walls.confine({{worker.string()}}, {sandbox::Box::Task::kRun, {worker}, {}}),
      {2s, 60s});
  static_cast<void>(remote.call(request, {4, 4096}));
  times.starts.push_back(microseconds_since(start));
  for (int i = 0; i < kCallsAWorker; ++i) {
    start = sandbox::Clock::now();
    static_cast<void>(remote.call(request, {4, 4096}));
    times.calls.push_back(microseconds_since(start));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: walls SUBMISSION [STARTS]\n", stderr);
    return 2;
  }
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  const auto recipe = toolchain::Recipe::load(program.parent_path() / "../../recipe.txt");
  const Exercise& softmax = *find_exercise("tp1.softmax");
  const auto submission =
      toolchain::Submission::read(argv[1], std::vector<const Lab*>{find_lab("tp1")}, recipe.labs);
  std::vector<Times> all;
  for (const auto level : {sandbox::Isolation::kNone, sandbox::Isolation::kLandlock,
                           sandbox::Isolation::kNamespaces}) {
    sandbox::Confinement walls(level);
    if (level == sandbox::Isolation::kNone || sandbox::self_test(walls, recipe.probe).passed()) {
      all.push_back({std::move(walls), {}, {}});
    }
  }
  toolchain::Builder builder(recipe, submission, all.back().walls);
  builder.compile(std::vector{&softmax});
  const auto worker = builder.link_worker(softmax);
  if (!worker.ok()) {
    std::fputs(worker.errors.c_str(), stderr);
    return 1;
  }
  const int starts = argc > 2 ? std::atoi(argv[2]) : 100;
  for (int i = 0; i < starts; ++i) {
    for (Times& times : all) run_once(times, worker.file);
  }
  std::printf("%-12s %22s %22s\n", "", "start and first answer", "later call");
  for (const Times& t : all) {
    const double start = median(t.starts);
    const double call = median(t.calls);
    std::printf("%-12s %8.2f ms  (x %5.2f) %8.1f us  (x %5.2f)\n",
                std::string(name(t.walls.level())).c_str(), start / 1000.0,
                start / median(all.front().starts), call, call / median(all.front().calls));
  }
  return 0;
}
