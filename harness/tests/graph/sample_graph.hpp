#pragma once

#include <initializer_list>
#include <string>

#include "graph/graph.hpp"

namespace gradus::graph::test {

inline Node parameter(std::string name, Shape shape) {
  Node node;
  node.kind = Kind::kParameter;
  node.name = std::move(name);
  node.shape = shape;
  node.requires_grad = true;
  node.has_gradient = true;
  return node;
}

inline Node computed(std::string function, Shape shape, int turn) {
  Node node;
  node.kind = function == "nll" ? Kind::kLoss : Kind::kComputed;
  node.name = std::move(function);
  node.shape = shape;
  node.requires_grad = true;
  node.has_backward = true;
  node.has_gradient = true;
  node.turn = turn;
  return node;
}

/// Where the nodes of whole() are.
enum At : std::size_t { kX, kW0, kB0, kY1, kY2, kOutW, kOutB, kLogits, kLossNode };

/// The graph of right code: one hidden layer, nothing missing.
inline Graph whole() {
  Graph graph;
  Node x;
  x.kind = Kind::kInput;
  x.name = "x";
  x.shape = {5, 2};
  graph.nodes = {x,
                 parameter("W0", {4, 5}),
                 parameter("b0", {4, 1}),
                 computed("affine_transform", {4, 2}, 4),
                 computed("tanh", {4, 2}, 3),
                 parameter("output_W", {3, 4}),
                 parameter("output_b", {3, 1}),
                 computed("affine_transform", {3, 2}, 2),
                 computed("nll", {1, 1}, 1)};
  graph.links = {{kW0, kY1, true, true},       {kB0, kY1, true, true},
                 {kX, kY1, true, false},       {kY1, kY2, true, true},
                 {kOutW, kLogits, true, true}, {kOutB, kLogits, true, true},
                 {kY2, kLogits, true, true},   {kLogits, kLossNode, true, true}};
  graph.steps.fill(Outcome::kDone);
  return graph;
}

/// The same with a tanh that forgot set_backward.
inline Graph cut_at_tanh() {
  Graph graph = whole();
  Node& y2 = graph.nodes[kY2];
  y2.requires_grad = y2.has_backward = y2.has_gradient = false;
  y2.turn = 0;
  graph.nodes[kY1].turn = 0;
  for (const std::size_t i : {std::size_t{kW0}, std::size_t{kB0}, std::size_t{kY1}}) {
    graph.nodes[i].has_gradient = false;
  }
  for (const std::size_t i : {0U, 1U, 3U, 6U}) graph.links[i].handed = false;
  graph.links[3].listed = false;
  return graph;
}

/// The same, stopped in a tanh that is still the stub.
inline Graph stopped_at_tanh() {
  Graph graph = whole();
  graph.nodes.resize(kLogits);
  for (Node& node : graph.nodes) {
    node.has_gradient = false;
    node.turn = 0;
  }
  Node& stub = graph.nodes[kY2];
  stub.kind = Kind::kStopped;
  stub.shape = {0, 0};
  stub.requires_grad = stub.has_backward = false;
  graph.links.resize(4);
  for (Link& link : graph.links) link.handed = false;
  graph.links[3].listed = false;
  graph.steps = {Outcome::kDone, Outcome::kDone, Outcome::kNotStarted, Outcome::kNotReached,
                 Outcome::kNotReached};
  graph.said = "tp2.tanh";
  return graph;
}

}  // namespace gradus::graph::test
