// .gradus/state.json may be damaged, or come with somebody's clone.

#include <bit>
#include <limits>
#include <nlohmann/json.hpp>

#include "loop/standing.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace gradus::fuzz {
namespace {

using nlohmann::json;

json invent_value(Input& input) {
  switch (input.byte() % 8) {
    case 0:
      return input.text();
    case 1:
      return std::bit_cast<std::int64_t>(input.number());
    case 2:
      return std::bit_cast<std::uint64_t>(input.number());
    case 3:
      return input.number();
    case 4:
      return json::array({json::object()});
    case 5:
      return nullptr;
    case 6:
      return input.word();
    default:
      return "timed_out";
  }
}

/// Entries as a check writes them, but for their types and sizes.
std::string invent(Input input) {
  json all;
  for (int n = input.byte() % 4; n > 0; --n) {
    json& entry = all[input.text()];
    for (const char* key : {"verdict", "points", "file_hash", "hints"}) {
      entry[key] = invent_value(input);
    }
  }
  return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

void try_text(const std::string& text) {
  loop::State state;
  {
    const Allocations allocations;
    state = loop::parse_state(text);
    // A byte of JSON may be a node of a tree, or a value in a vector that grows.
    require(allocations.bytes() <= 200 * text.size() + 4096, "memory grows with the text only");
  }
  for (const auto& [slug, standing] : state) {
    constexpr Points kMost = std::numeric_limits<Points>::max() / 1000;
    require(standing.points >= 0 && standing.points <= kMost, "points can be summed up");
    require(standing.hints >= 0 && standing.hints <= 100, "hints can be counted on");
    require(standing.verdict || standing.hints > 0, "an entry says something");
  }
  const std::string written = loop::state_text(state);
  require(loop::parse_state(written) == state, "what is written is what will be read");
  require(json::accept(written), "what is written is JSON");
}

}  // namespace

void try_input(Bytes bytes) {
  Input input(bytes);
  // No JSON begins with such a byte.
  const bool invented = !bytes.empty() && bytes[0] == 1;
  if (invented) input.byte();
  try_text(invented ? invent(input) : input.rest_text());
}

std::vector<std::string> seeds() {
  using namespace std::string_literals;
  const std::string hash(64, '0');
  return {
      loop::state_text({}),
      loop::state_text({{"tp1.softmax", {Verdict::kPassed, 400, hash, 1}},
                        {"tp1.nll", {Verdict::kWrong, 0, {}}},
                        {"tp1.train", {{}, 0, {}, 3}}}),
      R"({"a":{"verdict":7,"points":1,"file_hash":""}})",
      R"({"a":{"verdict":"wrong","points":1e300,"file_hash":""}})",
      R"({"a":{"verdict":"timed_out","points":99999999999,"file_hash":"\ud83d\ude00"}})",
      R"({"a":{"verdict":"crashed","points":-1,"file_hash":null},"b":[[[[{}]]]],"\u0000":true})",
      "[[[[[[[[[[[[[[[[",
      "\1\1\1a\7\1\0\0\0\0\0\0\1\x90\0\0"s,
  };
}

}  // namespace gradus::fuzz
