#include "graph/ask.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "report/escape.hpp"

namespace gradus::graph {
namespace {

constexpr std::size_t kMaxName = 40;
constexpr double kMaxExtent = 1e6;

void require(bool good, const char* otherwise) {
  if (good) return;
  throw sandbox::SubjectFailure(Verdict::kBadReply,
                                std::string("the graph cannot be read: ") + otherwise);
}

/// A whole number from 0 to `most`; NaN is none.
Index whole(double value, double most) {
  require(value >= 0.0 && value <= most && value == std::floor(value),
          "it holds a number that means nothing");
  return static_cast<Index>(value);
}

bool flag(double value) { return whole(value, 1.0) == 1; }

Node read_node(const Array& nodes, Index i) {
  Node node;
  node.kind = static_cast<Kind>(whole(nodes(wire::kKind, i), kKinds - 1));
  node.shape = {whole(nodes(wire::kRows, i), kMaxExtent), whole(nodes(wire::kCols, i), kMaxExtent)};
  node.requires_grad = flag(nodes(wire::kRequiresGrad, i));
  node.has_backward = flag(nodes(wire::kHasBackward, i));
  node.has_gradient = flag(nodes(wire::kHasGradient, i));
  node.finite_value = flag(nodes(wire::kFiniteValue, i));
  node.finite_gradient = flag(nodes(wire::kFiniteGradient, i));
  node.turn = static_cast<int>(whole(nodes(wire::kTurn, i), static_cast<double>(kMaxNodes)));
  return node;
}

Link read_link(const Array& links, Index i, Index n_nodes) {
  const auto last = static_cast<double>(n_nodes - 1);
  return {static_cast<std::size_t>(whole(links(wire::kFrom, i), last)),
          static_cast<std::size_t>(whole(links(wire::kTo, i), last)), flag(links(wire::kListed, i)),
          flag(links(wire::kHanded, i))};
}

}  // namespace

Graph ask(sandbox::Subject& student, const Setup& setup) {
  protocol::Request request;
  request.operation = protocol::Operation::kTp2Graph;
  request.arrays = {column({static_cast<double>(setup.inputs), static_cast<double>(setup.classes),
                            static_cast<double>(setup.units),
                            static_cast<double>(setup.hidden_layers), setup.relu ? 1.0 : 0.0}),
                    scalar(static_cast<double>(setup.samples))};
  const std::vector<Shape> largest = {
      {wire::kNodeRows, kMaxNodes}, {wire::kLinkRows, kMaxLinks}, {kSteps, 1}};
  return read(student.call(request, {largest.size(), protocol::encoded_size(largest)}), setup);
}

Graph read(const protocol::Reply& reply, const Setup& setup) {
  if (reply.status != protocol::Status::kValue) {
    throw sandbox::SubjectFailure(Verdict::kWrong, "it threw an exception: " + reply.text);
  }
  require(reply.arrays.size() == 3, "it is not made of nodes, links and steps");
  const Array& nodes = reply.arrays[0];
  const Array& links = reply.arrays[1];
  const Array& steps = reply.arrays[2];
  require(nodes.rows() == wire::kNodeRows && links.rows() == wire::kLinkRows &&
              steps.shape == Shape{kSteps, 1},
          "its parts are not of the right shapes");
  require(nodes.cols() <= kMaxNodes && links.cols() <= kMaxLinks,
          "it has more nodes than such a network can need");

  Graph graph;
  graph.setup = setup;
  std::istringstream text(reply.text);
  for (Index i = 0; i < nodes.cols(); ++i) {
    graph.nodes.push_back(read_node(nodes, i));
    std::string name;
    std::getline(text, name);
    std::replace(name.begin(), name.end(), '\t', ' ');
    name.resize(std::min(name.size(), kMaxName));
    graph.nodes.back().name = report::visible(name);
  }
  for (Index i = 0; i < links.cols(); ++i) {
    graph.links.push_back(read_link(links, i, nodes.cols()));
  }
  for (Index i = 0; i < kSteps; ++i) {
    graph.steps[static_cast<std::size_t>(i)] = static_cast<Outcome>(whole(steps[i], kOutcomes - 1));
  }
  std::getline(text, graph.said, '\0');
  graph.said = report::visible(graph.said);
  return graph;
}

}  // namespace gradus::graph
