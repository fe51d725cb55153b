#include "classroom/slurm_engine.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "report/escape.hpp"
#include "report/json.hpp"
#include "sandbox/process.hpp"

namespace gradus::classroom {
namespace {

using namespace std::chrono_literals;

constexpr unsigned kMostTasks = 1000;
/// A busy controller has better things to do than to answer us.
constexpr auto kBetweenQuestions = 1s;

/// Runs a command of Slurm's, which finds its cluster by this one variable.
sandbox::Outcome slurm(std::vector<std::string> command) {
  const char* configuration = std::getenv("SLURM_CONF");
  if (configuration != nullptr) {
    command.insert(command.begin(), {"env", std::string("SLURM_CONF=") + configuration});
  }
  sandbox::Limits limits;
  limits.address_space = 0;
  try {
    return sandbox::run({command}, limits, 60s);
  } catch (const sandbox::NotExecutable&) {
    throw std::runtime_error(
        "Slurm's commands are not on this machine (Debian package slurm-client). Without them: "
        "--engine local");
  }
}

std::string answer(const std::vector<std::string>& command) {
  const sandbox::Outcome outcome = slurm(command);
  if (!outcome.success()) {
    throw std::runtime_error(command.front() + " failed: " +
                             (outcome.errors.empty() ? outcome.end.describe() : outcome.errors));
  }
  return outcome.output;
}

/// The processors of all nodes together, from lines such as "4/8/0/12": the last is the sum.
unsigned processors() {
  std::istringstream lines(answer({"sinfo", "-h", "-o", "%C"}));
  unsigned all = 0;
  for (std::string line; lines >> line;) {
    all += static_cast<unsigned>(std::strtoul(line.c_str() + line.rfind('/') + 1, nullptr, 10));
  }
  return std::max(1U, all);
}

}  // namespace

SlurmEngine::~SlurmEngine() {
  if (job_.empty()) return;
  try {
    static_cast<void>(slurm({"scancel", job_}));
  } catch (...) {
    // Nobody is left to be told; its reports will be found on the desk.
  }
}

void SlurmEngine::begin(const std::vector<std::string>& submissions) {
  if (submissions.empty()) return;
  const auto tasks =
      std::min<std::size_t>({submissions.size(), tasks_ > 0 ? tasks_ : processors(), kMostTasks});
  desk_.order(submissions);
  const std::string folder = desk_.folder().string();
  report::write_atomically(desk_.folder() / "job.sh",
                           "#!/bin/sh\nexec " + report::shell_word(program_.string()) +
                               " judge-share " + report::shell_word(folder) +
                               " --share \"$SLURM_ARRAY_TASK_ID\" --of " + std::to_string(tasks) +
                               "\n");
  std::vector<std::string> command = {"sbatch", "--parsable", "--requeue",
                                      // Those of sbatch, which we started with narrow ones.
                                      "--propagate=NONE", "--open-mode=append", "--job-name=gradus",
                                      "--ntasks=1", "--chdir=" + folder,
                                      "--output=" + folder + "/slurm-%a.log",
                                      "--array=0-" + std::to_string(tasks - 1)};
  command.insert(command.end(), options_.begin(), options_.end());
  command.push_back(folder + "/job.sh");
  job_ = answer(command);
  // "17;cluster" and a line break.
  job_ = job_.substr(0, job_.find_first_of(";\n"));
}

bool SlurmEngine::is_working() {
  if (job_.empty()) return false;
  const auto now = std::chrono::steady_clock::now();
  if (now - asked_ < kBetweenQuestions) return true;
  asked_ = now;
  const sandbox::Outcome queue = slurm({"squeue", "-h", "-j", job_, "-o", "%T"});
  // A job that Slurm has forgotten is an error to squeue; a controller that is away for a moment is
  // one too, but says so.
  const bool forgotten = queue.errors.find("Invalid job id") != std::string::npos;
  if (queue.success() ? !queue.output.empty() : !forgotten) return true;
  job_.clear();
  return false;
}

}  // namespace gradus::classroom
