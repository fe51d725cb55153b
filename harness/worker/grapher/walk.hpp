#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/wire.hpp"
#include "protocol/message.hpp"
#include "tp2/node.hpp"
#include "tp2/parameter.hpp"

namespace gradus::grapher {

/// All nodes of a graph, found by going back from its last tensors, along the inputs that they list
/// and the arguments of the calls that made them.
class Walk {
 public:
  /// \param loss none if it does not come to that
  Walk(const std::vector<tp2::Parameter>& parameters, const tp2::Tensor& input,
       const std::optional<tp2::Tensor>& loss);
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  /// Has every backward function note when it runs, and to which inputs it hands a gradient.
  void watch();

  /// The nodes and the links as they are now; the text holds the names.
  [[nodiscard]] protocol::Reply encode();

 private:
  struct Origin {
    tp2::Tensor tensor;
    bool listed;
  };
  struct Entry {
    tp2::Tensor tensor;  ///< keeps the node alive, so that its address stays its own
    graph::Kind kind;
    std::string name;
    std::vector<Origin> origins;
  };

  void visit(const tp2::Tensor& tensor);
  [[nodiscard]] Entry describe(const tp2::Tensor& tensor) const;
  /// Calls the backward function of a node and looks at what its inputs receive.
  void run(Entry& entry, const tp2::BackwardFunction& backward, const nn::Matrix& value,
           const nn::Matrix& g);
  /// Notes what the inputs of the last one have received, and gives them back what they had.
  void settle();

  std::map<const tp2::Node*, std::string> parameters_;
  const tp2::Node* input_;
  const tp2::Node* loss_;
  std::set<const tp2::Node*> seen_;
  std::vector<Entry> entries_;
  std::map<const tp2::Node*, int> turns_;
  const tp2::Node* running_ = nullptr;
  std::map<tp2::Node*, tp2::GradientSum> before_;  ///< what the inputs of `running_` had
  std::set<std::pair<const tp2::Node*, const tp2::Node*>> handed_;  ///< from, to
};

}  // namespace gradus::grapher
