#include "worker/grapher/walk.hpp"

#include <algorithm>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <typeinfo>

#include "worker/grapher/calls.hpp"

namespace gradus::grapher {
namespace {

using graph::Kind;
using tp2::Node;
using tp2::Tensor;
namespace wire = graph::wire;

/// Long enough for every name of the lab; all names together must fit into a reply.
constexpr std::size_t kMaxName = 32;

/// The call that made a tensor, if any. One that returned what it was given made nothing.
const Call* maker_of(const Node* node) {
  for (const Call& call : calls()) {
    const bool passed_on =
        std::any_of(call.arguments.begin(), call.arguments.end(),
                    [&](const Tensor& argument) { return &argument.node() == node; });
    if (&call.result.node() == node && !passed_on) return &call;
  }
  return nullptr;
}

/// The function in which a backward function was written: the type of a lambda bears its name,
/// "tp2::tanh(tp2::Tensor const&)::{lambda(...)#1}".
std::string written_in(const tp2::BackwardFunction& backward) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> demangled(
      abi::__cxa_demangle(backward.target_type().name(), nullptr, nullptr, &status), &std::free);
  std::string name = status == 0 ? demangled.get() : backward.target_type().name();
  const std::string anonymous = "(anonymous namespace)::";
  for (auto at = name.find(anonymous); at != std::string::npos; at = name.find(anonymous)) {
    name.erase(at, anonymous.size());
  }
  name = name.substr(0, name.find_first_of("(<"));
  const auto colon = name.rfind(':');
  return colon == std::string::npos ? name : name.substr(colon + 1);
}

/// Whether a tensor is behind the listed inputs of another one, however far.
bool leads_to(const Node& from, const Node* wanted, std::set<const Node*>& seen) {
  if (&from == wanted) return true;
  if (!seen.insert(&from).second) return false;
  return std::any_of(from.links.inputs.begin(), from.links.inputs.end(),
                     [&](const Tensor& input) { return leads_to(input.node(), wanted, seen); });
}

std::string on_one_line(std::string name) {
  name.resize(std::min(name.size(), kMaxName));
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

}  // namespace

Walk::Walk(const std::vector<tp2::Parameter>& parameters, const Tensor& input,
           const std::optional<Tensor>& loss)
    : input_(&input.node()), loss_(loss ? &loss->node() : nullptr) {
  for (const tp2::Parameter& p : parameters) {
    // Two names in the list for one node: it bears both.
    std::string& name = parameters_[&p.node()];
    name += (name.empty() ? "" : " = ") + p.name();
  }
  visit(input);
  // In the order of the calls, what is used by nobody too.
  for (const Call& call : calls()) visit(call.result);
  if (loss) visit(*loss);
  for (const tp2::Parameter& p : parameters) visit(p);
}

void Walk::visit(const Tensor& tensor) {
  if (!seen_.insert(&tensor.node()).second) return;
  Entry entry = describe(tensor);
  for (const Origin& origin : entry.origins) visit(origin.tensor);
  entries_.push_back(std::move(entry));
}

Walk::Entry Walk::describe(const Tensor& tensor) const {
  const Node& node = tensor.node();
  Entry entry{tensor, Kind::kConstant, {}, {}};
  for (const Tensor& input : tensor.inputs()) entry.origins.push_back({input, true});
  const auto parameter = parameters_.find(&node);
  const Call* maker = maker_of(&node);
  if (parameter != parameters_.end()) {
    entry.kind = Kind::kParameter;
    entry.name = on_one_line(parameter->second);
  } else if (&node == input_) {
    entry.kind = Kind::kInput;
    entry.name = "x";
  } else if (maker != nullptr) {
    entry.kind = !maker->returned ? Kind::kStopped : &node == loss_ ? Kind::kLoss : Kind::kComputed;
    entry.name = maker->function;
    for (const Tensor& argument : maker->arguments) {
      std::set<const Node*> seen;
      if (!leads_to(node, &argument.node(), seen)) entry.origins.push_back({argument, false});
    }
  } else if (!node.is_leaf()) {
    entry.kind = Kind::kComputed;
    entry.name = on_one_line(written_in(node.links.backward));
  }
  return entry;
}

void Walk::watch() {
  for (Entry& entry : entries_) {
    if (entry.tensor.node().is_leaf()) continue;
    tp2::BackwardFunction& backward = entry.tensor.node().links.backward;
    backward = [this, &entry, own = std::move(backward)](
                   const nn::Matrix& value, const nn::Matrix& g) { run(entry, own, value, g); };
  }
}

void Walk::run(Entry& entry, const tp2::BackwardFunction& backward, const nn::Matrix& value,
               const nn::Matrix& g) {
  turns_[&entry.tensor.node()] = static_cast<int>(turns_.size()) + 1;
  // What the inputs have already is put aside, so that what they receive now shows even if it is 0.
  running_ = &entry.tensor.node();
  for (const Origin& origin : entry.origins) {
    Node& input = origin.tensor.node();
    before_.try_emplace(&input, std::exchange(input.gradient, {}));
  }
  backward(value, g);
  settle();
}

void Walk::settle() {
  for (auto& [input, sum] : before_) {
    if (!input->gradient.empty()) handed_.emplace(input, running_);
    if (!sum.empty()) input->gradient.add(sum.matrix());
  }
  before_.clear();
}

protocol::Reply Walk::encode() {
  settle();  // A backward function that threw has left that to us.
  std::map<const Node*, Index> number;
  Array nodes({wire::kNodeRows, static_cast<Index>(entries_.size())});
  std::vector<double> links;
  protocol::Reply reply;
  for (const Entry& entry : entries_) {
    Node& node = entry.tensor.node();
    const auto i = static_cast<Index>(number.size());
    number[&node] = i;
    nodes(wire::kKind, i) = static_cast<double>(entry.kind);
    nodes(wire::kRows, i) = static_cast<double>(node.data.rows());
    nodes(wire::kCols, i) = static_cast<double>(node.data.cols());
    nodes(wire::kRequiresGrad, i) = node.requires_grad ? 1.0 : 0.0;
    nodes(wire::kHasBackward, i) = node.is_leaf() ? 0.0 : 1.0;
    nodes(wire::kHasGradient, i) = node.gradient.empty() ? 0.0 : 1.0;
    nodes(wire::kFiniteValue, i) = nn::all_finite(node.data) ? 1.0 : 0.0;
    nodes(wire::kFiniteGradient, i) = nn::all_finite(node.gradient.matrix()) ? 1.0 : 0.0;
    const auto turn = turns_.find(&node);
    nodes(wire::kTurn, i) = turn == turns_.end() ? 0.0 : turn->second;
    reply.text += entry.name + "\n";
  }
  for (const Entry& entry : entries_) {
    const Node* to = &entry.tensor.node();
    for (const Origin& origin : entry.origins) {
      const Node* from = &origin.tensor.node();
      links.insert(links.end(),
                   {static_cast<double>(number.at(from)), static_cast<double>(number.at(to)),
                    origin.listed ? 1.0 : 0.0, handed_.contains({from, to}) ? 1.0 : 0.0});
    }
  }
  Array link_columns({wire::kLinkRows, static_cast<Index>(links.size()) / wire::kLinkRows});
  link_columns.values = std::move(links);
  reply.arrays = {std::move(nodes), std::move(link_columns)};
  return reply;
}

}  // namespace gradus::grapher
