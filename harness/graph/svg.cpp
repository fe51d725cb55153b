#include "graph/svg.hpp"

#include <algorithm>
#include <sstream>

#include "graph/findings.hpp"
#include "graph/layout.hpp"
#include "graph/list.hpp"
#include "graph/words.hpp"
#include "report/story.hpp"

namespace gradus::graph {
namespace {

constexpr int kMargin = 36;
constexpr int kLetter = 9;  ///< width of one in the code font of 15 pixels
constexpr int kInset = 18;  ///< from the edge of a box to its words
constexpr int kLine = 22;
constexpr int kWidestCurve = 90;  ///< of arrows that pass by a value

constexpr std::string_view kStyle = R"(
  .page { fill: #ffffff; }
  text { font-family: system-ui, sans-serif; font-size: 14px; fill: #1d2430; }
  .code { font-family: ui-monospace, monospace; font-size: 15px; }
  .heading { font-size: 24px; font-weight: 700; }
  .strong { font-weight: 700; }
  .soft { fill: #566072; }
  .mute { stroke: #566072; }
  .end { text-anchor: end; }
  .back { fill: #a3470c; }
  .bad { fill: #b3261e; font-weight: 700; }
  .group { fill: #f6f7f9; stroke: #b9c0cc; stroke-width: 1; }
  .box { stroke-width: 1.6; }
  .parameter { fill: #fff6df; stroke: #96690a; }
  .input { fill: #eef0f3; stroke: #566072; }
  .computed { fill: #e9f1fe; stroke: #2460b4; }
  .inner { fill: none; stroke: #2460b4; stroke-width: 1; }
  .broken { fill: #fdeceb; stroke: #b3261e; stroke-width: 2.6; }
  .edge { fill: none; stroke-width: 1.8; }
  .value { stroke: #2460b4; }
  .gradient { stroke: #c2570f; stroke-dasharray: 6 4; }
  .stopped { stroke-dasharray: 8 6; }
  .unlisted { stroke: #b3261e; stroke-width: 2.6; stroke-dasharray: 0.1 5; stroke-linecap: round; }
  .cross { stroke: #b3261e; stroke-width: 2.6; stroke-linecap: round; }
  .value-head { fill: #2460b4; }
  .gradient-head { fill: #c2570f; }
  .turn { fill: #ffffff; stroke: #c2570f; stroke-width: 1.8; stroke-dasharray: 4 3; }
  .note { fill: #b3261e; }
  .on-note { fill: #ffffff; font-weight: 700; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #14171c; }
    text { fill: #e8eaee; }
    .soft { fill: #a9b2c1; }
    .mute { stroke: #a9b2c1; }
    .back { fill: #ffb27d; }
    .bad { fill: #ff9d94; }
    .group { fill: #1c2027; stroke: #49515f; }
    .parameter { fill: #3a2f12; stroke: #e0b04a; }
    .input { fill: #2a2f38; stroke: #a9b2c1; }
    .computed { fill: #17294a; stroke: #86b4ff; }
    .inner { stroke: #86b4ff; }
    .broken { fill: #451b19; stroke: #ff9d94; }
    .value { stroke: #86b4ff; }
    .gradient { stroke: #ffa563; }
    .unlisted, .cross { stroke: #ff9d94; }
    .value-head { fill: #86b4ff; }
    .gradient-head { fill: #ffa563; }
    .turn { fill: #14171c; stroke: #ffa563; }
    .note { fill: #ff9d94; }
    .on-note { fill: #14171c; }
  }
)";

std::string num(int n) { return std::to_string(n); }

struct Point {
  int x;
  int y;
};

std::string text(Point p) { return num(p.x) + " " + num(p.y); }

int width_of(std::string_view code) { return kLetter * static_cast<int>(letters(code)); }

class Picture {
 public:
  explicit Picture(const Graph& graph)
      : graph_(graph), names_(names(graph)), findings_(findings(graph)) {}

  std::string draw() {
    const Sizes sizes = measure();
    int y = head();
    layout_ = lay_out(graph_, sizes, kMargin + kInset, y + 34);
    // Beneath the links, which lie beneath the boxes.
    if (layout_.parameters) group(*layout_.parameters, "network.parameters()");
    if (layout_.forward) group(*layout_.forward, "network.forward(x)");
    int rank = 0;
    for (std::size_t i = 0; i < graph_.links.size(); ++i) {
      rank = i > 0 && graph_.links[i].to == graph_.links[i - 1].to ? rank + 1 : 0;
      link(graph_.links[i], rank);
    }
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) node(i);
    y = std::max(y + 20, layout_.bottom + 56);
    y = legend(y);
    return file(std::max(layout_.right + lane_, 860), y + kMargin);
  }

 private:
  /// A line of text. `style` is ours, never a student's.
  void say(Point at, std::string_view style, std::string_view words) {
    out_ << "<text x='" << at.x << "' y='" << at.y << "'";
    if (!style.empty()) out_ << " class='" << style << "'";
    out_ << ">" << escape(words) << "</text>\n";
  }

  /// Sentences, in lines. \return the y below
  int sentences(Point at, std::string_view style, const std::string& words) {
    std::istringstream lines(report::wrap(words, "", ""));
    for (std::string line; std::getline(lines, line); at.y += kLine - 2) say(at, style, line);
    return at.y;
  }

  [[nodiscard]] bool is_parameter(std::size_t i) const {
    return graph_.nodes[i].kind == Kind::kParameter;
  }

  /// A function that threw has not come to set_backward, so nothing is amiss there.
  [[nodiscard]] bool is_dotted(const Link& link) const {
    return !link.listed && graph_.nodes[link.to].kind != Kind::kStopped;
  }

  [[nodiscard]] Sizes measure() const {
    Sizes sizes{212, 56, 350, 86};
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      int& width = is_parameter(i) ? sizes.parameter_width : sizes.value_width;
      width = std::max(width, width_of(equation(graph_, names_, i)) + 2 * kInset + 12);
    }
    return sizes;
  }

  /// What was done, and what is missing. \return the y below
  int head() {
    int y = kMargin + 18;
    say({kMargin, y}, "heading", "The graph that your tp2 builds");
    y += 28;
    say({kMargin, y}, "soft", graph::text(graph_.setup));
    y += 34;
    for (int i = 0; i < kSteps; ++i) {
      const auto step = static_cast<Step>(i);
      const Outcome outcome = graph_.outcome(step);
      const bool failed = outcome == Outcome::kThrew || outcome == Outcome::kNotStarted;
      mark({kMargin + 8, y - 5}, outcome);
      say({kMargin + 28, y}, outcome == Outcome::kNotReached ? "code soft" : "code",
          code(step, graph_.setup));
      say({kMargin + 640, y}, failed ? "bad" : "soft", graph::text(outcome));
      y += kLine;
    }
    y += 14;
    if (!graph_.stand_ins.empty()) y = sentences({kMargin, y}, "soft", stand_ins(graph_)) + 8;
    if (findings_.empty()) {
      say({kMargin, y}, "strong", kWhole);
      return y + kLine;
    }
    say({kMargin, y}, "bad", "What is missing");
    y += kLine + 2;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      note({kMargin + 12, y - 5}, i);
      y = sentences({kMargin + 36, y}, "", findings_[i].says) + 6;
    }
    return y;
  }

  /// A tick, a cross, or a dot for what was not tried.
  void mark(Point at, Outcome outcome) {
    const std::string_view where = outcome == Outcome::kDone ? "M-6 0 l4 5 l8 -10"
                                   : outcome == Outcome::kNotReached
                                       ? "M-4 0 h8"
                                       : "M-5 -5 l10 10 m0 -10 l-10 10";
    out_ << "<path class='edge "
         << (outcome == Outcome::kDone         ? "value"
             : outcome == Outcome::kNotReached ? "mute"
                                               : "cross")
         << "' transform='translate(" << text(at) << ")' d='" << where << "'/>\n";
  }

  /// The number of a finding, where it is told and where it is.
  void note(Point at, std::size_t finding) {
    out_ << "<rect class='note' x='" << at.x - 13 << "' y='" << at.y - 11
         << "' width='26' height='22' rx='4'/>\n<text class='on-note' text-anchor='middle' x='"
         << at.x << "' y='" << at.y + 5 << "'>!" << finding + 1 << "</text>\n";
  }

  void group(const Box& box, std::string_view words) {
    rectangle(box, "group", 10);
    say({box.x + 14, box.y + 20}, "code soft", words);
  }

  void rectangle(const Box& box, std::string_view style, int radius) {
    out_ << "<rect class='" << style << "' x='" << box.x << "' y='" << box.y << "' width='"
         << box.width << "' height='" << box.height << "' rx='" << radius << "'/>\n";
  }

  void edge(std::string_view style, std::string_view head, const std::string& path) {
    out_ << "<path class='edge " << style << "' d='" << path << "'";
    if (!head.empty()) out_ << " marker-end='url(#graph-" << head << ")'";
    out_ << "/>\n";
  }

  /// A curve that leaves and arrives level, `out` pixels far.
  static std::string curve(Point from, Point to, int out_from, int out_to) {
    return "M" + text(from) + " C" + num(from.x + out_from) + " " + num(from.y) + " " +
           num(to.x + out_to) + " " + num(to.y) + " " + text(to);
  }

  void cross(Point at) {
    out_ << "<path class='cross' d='M" << at.x - 6 << " " << at.y - 6
         << " l12 12 m0 -12 l-12 12'/>\n";
  }

  /// The value on its way forward, and beside it the gradient on its way back.
  /// \param rank which of the links to the same node it is
  void link(const Link& link, int rank) {
    const Box& from = layout_.boxes[link.from];
    const Box& to = layout_.boxes[link.to];
    const std::string_view forward = is_dotted(link) ? "unlisted" : "value";
    // Nobody asks for the gradient of a constant, and none has gone back before backward().
    const bool wanted = graph_.nodes[link.from].requires_grad && was_called(graph_);
    const bool missing = wanted && !link.handed;
    if (is_parameter(link.from)) {
      const Point start{from.right(), from.middle() - 8};
      const Point end{to.x - 3, std::min(to.y + 16 + 34 * rank, to.bottom() - 26)};
      edge(forward, "value", curve(start, end, 75, -45));
      const Point back{from.right() + 3, start.y + 15};
      if (link.handed) edge("gradient", "gradient", curve({to.x, end.y + 14}, back, -75, 45));
      if (missing) cross({to.x - 22, end.y + 14});
    } else if (layout_.rows[link.to] == layout_.rows[link.from] + 1) {
      const int x = to.centre() + 10;
      edge(forward, "value", "M" + text({x, from.bottom()}) + " V" + num(to.y - 3));
      say({x - 46, from.bottom() + 17}, "soft", "value");
      if (link.handed) {
        edge("gradient", "gradient", "M" + text({x + 90, to.y}) + " V" + num(from.bottom() + 3));
        say({x + 102, from.bottom() + 17}, "back", "gradient");
      } else if (missing) {
        cross({x + 90, from.bottom() + 12});
        say({x + 106, from.bottom() + 17}, "bad", "no gradient");
      }
    } else {
      const int out = std::min(40 + 12 * std::abs(layout_.rows[link.to] - layout_.rows[link.from]),
                               kWidestCurve);
      lane_ = kWidestCurve + 20;
      edge(forward, "value",
           curve({from.right(), from.middle()}, {to.right() + 3, to.middle()}, out, out));
      if (link.handed) {
        edge("gradient", "gradient",
             curve({to.right(), to.middle() + 14}, {from.right() + 3, from.middle() + 14}, out + 16,
                   out + 16));
      }
      if (missing) cross({to.right() + 22, to.middle() + 16});
    }
  }

  void node(std::size_t i) {
    const Node& node = graph_.nodes[i];
    const Box& box = layout_.boxes[i];
    out_ << "<g>\n<title>"
         << escape(equation(graph_, names_, i) + ": " + shape_and_role(node) + "; " +
                   way_back(graph_, node))
         << "</title>\n";
    const bool broken = std::any_of(findings_.begin(), findings_.end(),
                                    [&](const Finding& f) { return f.node == i; }) ||
                        (is_parameter(i) && is_missed(graph_, node));
    const std::string_view kind = is_parameter(i)               ? "parameter"
                                  : node.kind == Kind::kStopped ? "stopped"
                                  : node.kind == Kind::kInput   ? "input"
                                                                : "computed";
    rectangle(box, "box " + std::string(kind) + (broken ? " broken" : ""),
              is_parameter(i)             ? box.height / 2
              : node.kind == Kind::kInput ? 0
                                          : 8);
    if (node.kind == Kind::kLoss) {
      rectangle({box.x + 5, box.y + 5, box.width - 10, box.height - 10}, "inner", 5);
    }
    const int x = box.x + (is_parameter(i) ? kInset + 6 : kInset);
    if (is_parameter(i)) {
      say({x, box.y + 24}, "code strong", names_[i]);
      say({x + width_of(names_[i]) + 14, box.y + 24}, "soft", graph::text(node.shape));
      say({x, box.y + 44}, is_missed(graph_, node) ? "bad" : "back", way_back(graph_, node));
    } else {
      say({x, box.y + 27}, "code strong", equation(graph_, names_, i));
      say({x, box.y + 50}, "soft", shape_and_role(node));
      const bool bad = is_computed(node) && (!node.has_backward || is_missed(graph_, node));
      say({x, box.y + 71}, bad ? "bad" : "back", way_back(graph_, node));
      say({box.right() - kInset, box.y + 71}, "soft end", file_of(node.name));
    }
    if (node.turn > 0) {
      out_ << "<circle class='turn' cx='" << box.right() << "' cy='" << box.y + 4
           << "' r='15'/>\n<text class='back strong' text-anchor='middle' x='" << box.right()
           << "' y='" << box.y + 9 << "'>" << node.turn << "</text>\n";
    }
    int note_x = box.x + 4;
    for (std::size_t f = 0; f < findings_.size(); ++f) {
      if (findings_[f].node != i) continue;
      note({note_x, box.y}, f);
      note_x += 30;
    }
    out_ << "</g>\n";
  }

  int legend(int y) {
    say({kMargin, y}, "strong", "How to read it");
    const auto sample = [&](std::string_view style, std::string_view head, bool to_the_right) {
      edge(style, head,
           to_the_right ? "M" + text({kMargin, y - 5}) + " h38"
                        : "M" + text({kMargin + 42, y - 5}) + " h-38");
    };
    const auto line = [&](std::string_view words) { say({kMargin + 58, y}, "", words); };
    const auto box = [&](std::string_view style, int radius) {
      rectangle({kMargin, y - 15, 42, 19}, "box " + std::string(style), radius);
    };
    y += kLine + 6;
    box("parameter", 9);
    line("a parameter (round ends): a leaf that is learnt; the network lists it");
    y += kLine + 4;
    box("input", 0);
    line("the samples (sharp corners): a leaf that wants no gradient");
    y += kLine + 4;
    box("computed", 6);
    line("a tensor that a function made and returned; the loss has a double frame");
    y += kLine + 4;
    sample("value", "value", true);
    line("forward, downwards: the value is an input of what the arrow points to");
    y += kLine + 4;
    sample("gradient", "gradient", false);
    line("backward, upwards: a backward function called accumulate_gradient on this input");
    y += kLine + 4;
    out_ << "<circle class='turn' cx='" << kMargin + 21 << "' cy='" << y - 5
         << "' r='11'/>\n<text class='back strong' text-anchor='middle' x='" << kMargin + 21
         << "' y='" << y << "'>1</text>\n";
    line("the order in which loss.backward() calls the functions given to set_backward");
    y += kLine + 4;
    if (std::any_of(graph_.links.begin(), graph_.links.end(),
                    [&](const Link& link) { return is_dotted(link); })) {
      sample("unlisted", "value", true);
      line("dotted: an argument of the call, but not among the inputs given to set_backward");
      y += kLine + 4;
    }
    return sentences({kMargin, y + 4}, "soft",
                     "Each box is one node; Tensors and Parameters are handles to it. W0 in the "
                     "network, in the optimiser and in a backward function is the same box.");
  }

  [[nodiscard]] std::string file(int width, int height) const {
    std::ostringstream file;
    file << "<svg xmlns='http://www.w3.org/2000/svg' width='" << width << "' height='" << height
         << "' viewBox='0 0 " << width << " " << height
         << "' role='img' aria-labelledby='graph-title graph-desc'>\n"
            "<title id='graph-title'>The graph that your tp2 builds</title>\n<desc id='graph-desc'>"
         << escape(list(graph_)) << "</desc>\n<style>" << kStyle << "</style>\n<defs>\n";
    for (const std::string_view head : {"value", "gradient"}) {
      file << "<marker id='graph-" << head
           << "' viewBox='0 0 10 10' refX='9' refY='5' markerWidth='11' markerHeight='11' "
              "markerUnits='userSpaceOnUse' orient='auto'><path class='"
           << head << "-head' d='M0 0 L10 5 L0 10 z'/></marker>\n";
    }
    file << "</defs>\n<rect class='page' width='" << width << "' height='" << height << "'/>\n"
         << out_.str() << "</svg>\n";
    return file.str();
  }

  const Graph& graph_;
  std::vector<std::string> names_;
  std::vector<Finding> findings_;
  Layout layout_;
  int lane_ = kMargin + kInset;  ///< to the right of all values
  std::ostringstream out_;
};

}  // namespace

std::string escape(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '\'':
        safe += "&apos;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        // U+FFFE and U+FFFF, which make a file ill-formed.
        if (text.substr(i, 3) == "\xef\xbf\xbe" || text.substr(i, 3) == "\xef\xbf\xbf") {
          i += 2;
        } else {
          safe += text[i];
        }
    }
  }
  return safe;
}

std::string svg(const Graph& graph) { return Picture(graph).draw(); }

}  // namespace gradus::graph
