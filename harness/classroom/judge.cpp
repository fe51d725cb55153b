#include "classroom/judge.hpp"

#include <chrono>
#include <exception>
#include <stdexcept>

#include "sandbox/process.hpp"

namespace gradus::classroom {
namespace {

using namespace std::chrono_literals;

/// Exercises and training have limits of their own, which add up to less.
constexpr auto kTimeLimit = 2h;

std::string last_words(const sandbox::Outcome& judge) {
  if (judge.timed_out) return "the judge did not come to an end";
  return "the judge " + judge.end.describe() + (judge.errors.empty() ? "" : ": " + judge.errors);
}

/// \return why there is no report; empty if there is one
std::string run(const Desk& desk, const std::vector<std::string>& command,
                const std::string& submission) {
  sandbox::Limits limits;
  limits.cpu = kTimeLimit;
  limits.address_space = 0;
  limits.file_size = std::uint64_t{1} << 30;
  limits.open_files = 1024;
  const sandbox::Outcome ended = sandbox::run({command}, limits, kTimeLimit);
  return desk.has_report(submission) ? "" : last_words(ended);
}

}  // namespace

void judge(const Desk& desk, const std::filesystem::path& program, const Orders& orders,
           const std::string& submission) {
  if (desk.has_report(submission)) return;
  std::string failure;
  try {
    failure = run(desk, desk.command(program, orders.terms, submission), submission);
  } catch (const std::exception& e) {
    failure = e.what();
  }
  if (!failure.empty()) desk.note_failure(submission, failure);
}

void judge_share(const Desk& desk, const std::filesystem::path& program, const std::string& build,
                 std::size_t share, std::size_t of) {
  const Orders orders = desk.orders();
  if (orders.terms.build != build) {
    throw std::runtime_error("this machine has another build of Gradus than the one that leads");
  }
  for (std::size_t i = share; i < orders.submissions.size(); i += of) {
    judge(desk, program, orders, orders.submissions[i]);
  }
}

}  // namespace gradus::classroom
