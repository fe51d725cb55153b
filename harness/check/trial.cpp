#include "check/trial.hpp"

#include <algorithm>
#include <exception>
#include <numeric>

#include "check/describe.hpp"
#include "check/property.hpp"

namespace gradus::check {
namespace {

using protocol::Operation;
using protocol::Reply;
using protocol::Request;
using sandbox::ReplyBounds;
using sandbox::SubjectFailure;

/// Room for an answer of a wrong shape, so that it can be shown as one.
constexpr std::uint64_t kSpareBytes = std::uint64_t{64} << 10;

ReplyBounds bounds_for(const std::vector<Shape>& expected, const Case& input) {
  std::vector<Shape> shapes = expected;
  std::replace(shapes.begin(), shapes.end(), kAnyShape, Shape{});
  for (const Argument& a : input.arguments()) shapes.push_back(a.value.shape);
  return {shapes.size(), 4 * protocol::encoded_size(shapes) + kSpareBytes};
}

Story threw(const Case& input, const std::string& text) {
  return {.input = input.describe(),
          .expected = "a result: this is a valid input",
          .got = "an exception: " + text,
          .why = ""};
}

}  // namespace

Reply Trial::ask(Operation operation, const Case& input, const ReplyBounds& bounds) {
  last_input_ = input;
  return subject_.call(Request{operation, input.values(), {}}, bounds);
}

Answer Trial::call(Operation operation, const Case& input, const std::vector<Shape>& expected) {
  Reply reply = ask(operation, input, bounds_for(expected, input));
  if (reply.status == protocol::Status::kException) {
    throw Falsified(threw(input, reply.text));
  }
  const auto& arguments = input.arguments();
  if (reply.arrays.size() != expected.size() + arguments.size()) {
    throw SubjectFailure(Verdict::kBadReply,
                         "the reply cannot be used: it holds another number of arrays");
  }
  Answer answer;
  answer.text = std::move(reply.text);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    // Bit by bit would call a NaN changed that is not; a NaN is never an input of these stories.
    if (!(reply.arrays[expected.size() + i] == arguments[i].value)) {
      answer.changed.push_back(arguments[i].name);
    }
  }
  reply.arrays.resize(expected.size());
  answer.results = std::move(reply.arrays);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] != kAnyShape && answer[i].shape != expected[i]) {
      throw Falsified({.input = input.describe(),
                       .expected = "a result of shape " + describe(expected[i]),
                       .got = "a result of shape " + describe(answer[i].shape),
                       .why = "The shape is wrong, so the numbers were not looked at."});
    }
  }
  return answer;
}

void Trial::for_all(const Generator& generator, const std::function<void(const Case&)>& body,
                    int cases) {
  const int search_number = searches_++;
  if (only_ != nullptr) {
    if (only_->search == search_number) {
      ++cases_;
      body(only_->input);
    }
    return;
  }
  std::exception_ptr failure;
  Case failed_on;
  Case failing;
  const auto fails = [&](const Case& c) {
    try {
      body(c);
      return false;
    } catch (const Falsified&) {
      failure = std::current_exception();
      failed_on = last_input_;
      failing = c;
    } catch (const SubjectFailure& e) {
      // Time that runs out while shrinking takes nothing from what was found before.
      if (e.verdict() == Verdict::kUnfinished && failure) {
        last_input_ = failed_on;
        failed_ = {search_number, failing};
        std::rethrow_exception(failure);
      }
      if (e.ends_exercise()) {
        failed_ = {search_number, c};
        throw;
      }
      failure = std::current_exception();
      failed_on = last_input_;
      failing = c;
    }
    return true;
  };
  const std::uint64_t seed = seed_for(seed_, "for_all", static_cast<std::uint64_t>(cases_));
  const Search search = find_counterexample(generator, seed, cases, fails);
  cases_ += search.tried;
  if (!search.smallest) return;
  failed_ = {search_number, *search.smallest};
  if (!fails(*search.smallest)) {
    throw Falsified({.input = search.smallest->describe(),
                     .expected = "the same answer to the same input, every time",
                     .got = "a wrong answer once, a right one when asked again",
                     .why = "Your code is not deterministic here: it depends on something else "
                            "than its arguments. Look for static or global variables, and for "
                            "numbers that are read before they are written."});
  }
  std::rethrow_exception(failure);
}

}  // namespace gradus::check
