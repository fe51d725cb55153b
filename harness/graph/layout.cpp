#include "graph/layout.hpp"

#include <algorithm>

namespace gradus::graph {
namespace {

constexpr int kBetweenParameters = 14;
constexpr int kBetweenRows = 58;
constexpr int kBetweenColumns = 150;  ///< the arrows of parameters
constexpr int kPadding = 20;          ///< of the boxes around others
constexpr int kHeading = 26;          ///< the words in them

bool is_parameter(const Node& node) { return node.kind == Kind::kParameter; }

/// The row of every node.
std::vector<int> rows_of(const Graph& graph) {
  std::vector<int> rows(graph.nodes.size(), 0);
  int n_values = 0;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!is_parameter(graph.nodes[i])) rows[i] = n_values++;
  }
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!is_parameter(graph.nodes[i])) continue;
    rows[i] = n_values;  // A row of their own for those that nobody uses.
    for (const Link& link : graph.links) {
      if (link.from == i && !is_parameter(graph.nodes[link.to])) {
        rows[i] = std::min(rows[i], rows[link.to]);
      }
    }
  }
  return rows;
}

/// The smallest box around those that are given, with room for a heading.
class Around {
 public:
  void add(const Box& box) {
    if (!box_) {
      box_ = box;
      return;
    }
    const int right = std::max(box_->right(), box.right());
    const int bottom = std::max(box_->bottom(), box.bottom());
    box_->x = std::min(box_->x, box.x);
    box_->y = std::min(box_->y, box.y);
    box_->width = right - box_->x;
    box_->height = bottom - box_->y;
  }
  [[nodiscard]] std::optional<Box> padded() const {
    if (!box_) return std::nullopt;
    return Box{box_->x - kPadding, box_->y - kHeading - kPadding / 2, box_->width + 2 * kPadding,
               box_->height + kHeading + kPadding / 2 + kPadding};
  }

 private:
  std::optional<Box> box_;
};

}  // namespace

Layout lay_out(const Graph& graph, const Sizes& sizes, int left, int top) {
  Layout layout;
  layout.rows = rows_of(graph);
  layout.boxes.resize(graph.nodes.size());
  const int value_x = left + sizes.parameter_width + kBetweenColumns;
  const int n_rows =
      layout.rows.empty() ? 0 : *std::max_element(layout.rows.begin(), layout.rows.end()) + 1;
  std::vector<std::vector<std::size_t>> members(static_cast<std::size_t>(n_rows));
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    members[static_cast<std::size_t>(layout.rows[i])].push_back(i);
  }
  Around parameters;
  Around forward;
  int y = top;
  for (const std::vector<std::size_t>& row : members) {
    const auto n = static_cast<int>(std::count_if(
        row.begin(), row.end(), [&](std::size_t i) { return is_parameter(graph.nodes[i]); }));
    const int stack = n * (sizes.parameter_height + kBetweenParameters) - kBetweenParameters;
    const int height = std::max(sizes.value_height, stack);
    int parameter_y = y + (height - stack) / 2;
    for (const std::size_t i : row) {
      Box& box = layout.boxes[i];
      if (is_parameter(graph.nodes[i])) {
        box = {left, parameter_y, sizes.parameter_width, sizes.parameter_height};
        parameter_y += sizes.parameter_height + kBetweenParameters;
        parameters.add(box);
        continue;
      }
      box = {value_x, y + (height - sizes.value_height) / 2, sizes.value_width, sizes.value_height};
      const Node& node = graph.nodes[i];
      if (node.kind != Kind::kInput && node.name != "nll") forward.add(box);
    }
    y += height + kBetweenRows;
  }
  layout.right = value_x + sizes.value_width;
  layout.bottom = y - kBetweenRows;
  layout.parameters = parameters.padded();
  layout.forward = forward.padded();
  return layout;
}

}  // namespace gradus::graph
