#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "check/describe.hpp"
#include "check/expect.hpp"
#include "check/gradient.hpp"
#include "check/oracle_network.hpp"
#include "check/tolerance.hpp"
#include "check/trial.hpp"
#include "specs/gradient_check.hpp"
#include "specs/init_check.hpp"
#include "specs/node_check.hpp"
#include "specs/specs.hpp"

namespace gradus::specs {
namespace {

using namespace check;
using oracle::Activation;
using protocol::Operation;

constexpr std::array<Index, 4> kHiddenLayers = {0, 1, 2, 5};
constexpr std::array<Activation, 2> kActivations = {Activation::kTanh, Activation::kRelu};

/// What a network is made from.
struct Dims {
  Index input;
  Index output;
  Index hidden;
  Index layers;
  Activation activation;
};

Argument to_argument(const Dims& d) {
  return {"dim_input, dim_output, hidden_dim, n_hidden_layers, ReLU",
          column({static_cast<double>(d.input), static_cast<double>(d.output),
                  static_cast<double>(d.hidden), static_cast<double>(d.layers),
                  d.activation == Activation::kRelu ? 1.0 : 0.0})};
}

/// A parameter that the header asks for.
struct Role {
  std::string name;
  Shape shape;
};

/// All of them, in the order of the header.
std::vector<Role> roles(const Dims& d) {
  std::vector<Role> all;
  Index inputs = d.input;
  for (Index l = 0; l < d.layers; ++l) {
    all.push_back({"W" + std::to_string(l), {d.hidden, inputs}});
    all.push_back({"b" + std::to_string(l), {d.hidden, 1}});
    inputs = d.hidden;
  }
  all.push_back({"output_W", {d.output, inputs}});
  all.push_back({"output_b", {d.output, 1}});
  return all;
}

std::string list(const std::vector<Role>& parameters) {
  std::string text;
  for (const Role& p : parameters) {
    text += (text.empty() ? "" : ", ") + p.name + " " + describe(p.shape);
  }
  return std::to_string(parameters.size()) + " parameters" + (text.empty() ? "" : ": ") + text;
}

/// What parameters() returned.
std::vector<Role> registered(Trial& trial, const Case& c) {
  const Answer answer = trial.call(Operation::kTp2DeepParameters, c, {kAnyShape});
  std::istringstream names(answer.text);
  std::vector<Role> all;
  for (Index i = 0; i < answer[0].cols(); ++i) {
    Role role;
    std::getline(names, role.name);
    role.shape = {static_cast<Index>(answer[0](0, i)), static_cast<Index>(answer[0](1, i))};
    all.push_back(std::move(role));
  }
  return all;
}

/// Which role each parameter of the student's list has.
using Layout = std::vector<std::size_t>;

/// Roles are recognised by their shapes, those of equal shape by their order: a list of all W
/// before all b is as good as one by layers.
/// \param d dimensions that are all different, and not 1
/// \throws Falsified if the list is not what the header asks for
Layout find_layout(Trial& trial, const Dims& d) {
  const Case c({to_argument(d)});
  const std::vector<Role> expected = roles(d);
  const std::vector<Role> got = registered(trial, c);
  const std::string why =
      got.size() == expected.size()
          ? "The first hidden layer reads dim_input numbers, every later one hidden_dim; a bias "
            "has "
            "one column."
          : "Each hidden layer has a W and a b, and so has the output projection. The constructor "
            "makes each with add_parameter, which puts it on the list.";
  expect(got.size() == expected.size(), c, list(expected), list(got), why);
  std::vector<bool> taken(expected.size(), false);
  Layout layout;
  for (const Role& parameter : got) {
    std::size_t r = 0;
    while (r < expected.size() && (taken[r] || expected[r].shape != parameter.shape)) ++r;
    expect(r < expected.size(), c, list(expected), list(got), why);
    taken[r] = true;
    layout.push_back(r);
  }
  return layout;
}

/// The same without looking at what was found: for a layout that depends on the number of layers.
Layout layout_for(Trial& trial, Index layers) {
  return find_layout(trial, {5, 3, 4, layers, Activation::kTanh});
}

void parameters(Trial& trial) {
  for (const Index layers : kHiddenLayers) {
    for (const Dims& d :
         {Dims{5, 3, 4, layers, Activation::kTanh}, Dims{3, 6, 4, layers, Activation::kRelu}}) {
      (void)find_layout(trial, d);
      const Case c({to_argument(d)});
      std::set<std::string> names;
      for (const Role& p : registered(trial, c)) {
        expect(!p.name.empty() && names.insert(p.name).second, c, "names that differ",
               "the name '" + p.name + "' twice", "Messages speak of a parameter by its name.");
      }
    }
  }
  // The header says what a dimension must be if it is used.
  (void)registered(trial, Case({to_argument({5, 3, 0, 0, Activation::kTanh})}));
}

/// x, g and all parameters, as they are drawn and shrunk; every dimension is an axis.
Generator network(Index layers, Index most) {
  Generator generator;
  generator.axis('i', 1, most)
      .axis('o', 1, most)
      .axis('h', 1, most)
      .axis('n', std::vector<Index>{1, 2, 7})
      .reals("x", 'i', 'n')
      .reals("g", 'o', 'n', Reals::kUpstream);
  Axis inputs = 'i';
  for (Index l = 0; l < layers; ++l) {
    generator.reals("W" + std::to_string(l), 'h', inputs).reals("b" + std::to_string(l), 'h');
    inputs = 'h';
  }
  return generator.reals("output_W", 'o', inputs).reals("output_b", 'o');
}

/// A drawn case with what it takes to ask about it.
class Story {
 public:
  Story(const Case& drawn, Index layers, Activation activation, const Layout& layout)
      : layout_(layout) {
    const Dims d{drawn["x"].rows(), drawn["g"].rows(), layers > 0 ? drawn["W0"].rows() : 4, layers,
                 activation};
    roles_ = roles(d);
    network_.activation = activation;
    for (std::size_t r = 0; r < roles_.size(); r += 2) {
      network_.W.push_back(drawn[roles_[r].name]);
      network_.b.push_back(drawn[roles_[r + 1].name]);
    }
    std::vector<Argument> arguments = {to_argument(d), {"x", drawn["x"]}, {"g", drawn["g"]}};
    for (const std::size_t r : layout) arguments.push_back({roles_[r].name, drawn[roles_[r].name]});
    input_ = Case(std::move(arguments));
  }

  [[nodiscard]] const Case& input() const { return input_; }
  [[nodiscard]] const oracle::Network& network() const { return network_; }
  [[nodiscard]] const Array& x() const { return input_["x"]; }
  [[nodiscard]] const Array& g() const { return input_["g"]; }
  [[nodiscard]] const std::vector<Role>& roles_in_order() const { return roles_; }

  /// The logits, the gradient of x, nodes left, then the gradients in the order of the student's
  /// list.
  Answer run(Trial& trial, Operation operation = Operation::kTp2DeepRun) const {
    std::vector<Shape> expected(roles_.size() + kBeforeGradients, kAnyShape);
    expected[0] = g().shape;
    expected[2] = {1, 1};
    return trial.call(operation, input_, expected);
  }

  /// The gradients in the order of the header; each has arrived.
  [[nodiscard]] std::vector<Array> gradients(const Answer& answer) const {
    std::vector<Array> ordered(roles_.size());
    for (std::size_t i = 0; i < layout_.size(); ++i) {
      const Array& gradient = answer[i + kBeforeGradients];
      const std::string& name = roles_[layout_[i]].name;
      expect(gradient.size() > 0, input_, "a gradient of " + name,
             "no gradient has arrived at " + name,
             "forward must compute with the registered parameters themselves, and every layer must "
             "take the result of the one before.");
      ordered[layout_[i]] = gradient;
    }
    return ordered;
  }

  void expect_value(const Answer& answer, const std::string& why) const {
    expect_unchanged(input_, answer);
    expect_close(input_, "forward(x)", answer[0], oracle::forward(network_, x()),
                 tolerance::forward(network_, x()), why);
  }

  /// \param times how often they have been added up
  void expect_gradients(const Answer& answer, double times = 1.0,
                        const std::string& why = {}) const {
    const std::vector<Array> got = gradients(answer);
    const auto expected = oracle::network_gradient(network_, x(), scaled(g(), times));
    const auto tolerance = tolerance::network_gradient(network_, x(), scaled(g(), times));
    expect_arrived(input_, {"x", answer[1]}, true, expected.x, tolerance.x,
                   "x requires gradients here, as a layer's result would: compute with x itself.");
    for (std::size_t l = 0; l < network_.W.size(); ++l) {
      expect_close(input_, "gradient of " + roles_[2 * l].name, got[2 * l], expected.W[l],
                   tolerance.W[l], why);
      expect_close(input_, "gradient of " + roles_[2 * l + 1].name, got[2 * l + 1], expected.b[l],
                   tolerance.b[l], why);
    }
  }

 private:
  static constexpr std::size_t kBeforeGradients = 3;

  Layout layout_;
  std::vector<Role> roles_;
  oracle::Network network_;
  Case input_;
};

/// Holds a body against networks of every depth and both activations.
template <class Body>
void for_all_networks(Trial& trial, Index most, int cases, Body body) {
  for (const Index layers : kHiddenLayers) {
    const Layout layout = layout_for(trial, layers);
    for (const Activation activation : kActivations) {
      trial.for_all(
          network(layers, most),
          [&](const Case& drawn) { body(Story(drawn, layers, activation, layout)); }, cases);
    }
  }
}

void value(Trial& trial) {
  for_all_networks(trial, 6, 40, [&](const Story& story) {
    story.expect_value(story.run(trial),
                       "Each hidden layer is the activation of W h + b, and the output projection "
                       "has no activation. With 0 hidden layers the network is linear.");
  });
}

/// A network with other parameters, given flat in the order of the header.
oracle::Network with_parameters(oracle::Network network, std::span<const Array> parameters) {
  for (std::size_t l = 0; l < network.W.size(); ++l) {
    network.W[l] = parameters[2 * l];
    network.b[l] = parameters[2 * l + 1];
  }
  return network;
}

GradientQuestion question_about(const Story& story, std::vector<Array> claimed) {
  GradientQuestion question;
  std::vector<Shape> shapes;
  for (std::size_t l = 0; l < story.network().W.size(); ++l) {
    for (const Array* p : {&story.network().W[l], &story.network().b[l]}) {
      question.at.push_back({story.roles_in_order()[question.at.size()].name, *p});
      shapes.push_back(p->shape);
    }
  }
  question.f = on_arrays(shapes, [&story](std::span<const Array> at) {
    return oracle::forward(with_parameters(story.network(), at), story.x());
  });
  if (story.network().activation == Activation::kRelu) {
    question.pattern = [&story, shapes](std::span<const double> theta) {
      return oracle::activation_pattern(with_parameters(story.network(), unflatten(theta, shapes)),
                                        story.x());
    };
  }
  question.claimed = std::move(claimed);
  question.upstream = story.g().values;
  question.noise = tolerance::network_noise(story.network(), story.x(), story.g());
  return question;
}

void gradient(Trial& trial) {
  for_all_networks(trial, 4, 12, [&](const Story& story) {
    const Answer answer = story.run(trial);
    expect_gradient(story.input(), question_about(story, story.gradients(answer)), "forward(x)",
                    trial);
  });
  for_all_networks(trial, 6, 30,
                   [&](const Story& story) { story.expect_gradients(story.run(trial)); });
}

/// The parameters that init_parameters(rng) leaves, in the order of the header.
std::vector<Array> initialised(Trial& trial, const Dims& d, const Layout& layout,
                               std::uint64_t seed) {
  const Case c({to_argument(d), {"seed", scalar(static_cast<double>(seed))}});
  const std::vector<Role> all = roles(d);
  Index total = 0;
  for (const Role& role : all) total += role.shape.size();
  const Answer answer = trial.call(Operation::kTp2DeepInit, c, {{total, 1}});
  std::vector<Array> ordered(all.size());
  std::size_t next = 0;
  for (const std::size_t r : layout) {
    Array parameter(all[r].shape);
    for (double& x : parameter.values) x = answer[0].values[next++];
    ordered[r] = std::move(parameter);
  }
  return ordered;
}

std::uint64_t draw_seed(Trial& trial) {
  return static_cast<std::uint64_t>(trial.random("seed").below(1'000'000));
}

void init(Trial& trial) {
  constexpr const char* kEveryOne =
      "init_parameters gives first values to all parameters: W and b of every hidden layer, and of "
      "the output projection.";
  const std::uint64_t seed = draw_seed(trial);
  const std::array<Dims, 3> kinds = {
      {{200, 40, 60, 0, {}}, {200, 40, 60, 3, {}}, {1, 40, 60, 1, {}}}};
  for (Dims d : kinds) {
    const Layout layout = layout_for(trial, d.layers);
    for (const Activation activation : kActivations) {
      d.activation = activation;
      const std::vector<Role> all = roles(d);
      const std::vector<Array> values = initialised(trial, d, layout, seed);
      const Case& c = trial.last_input();
      for (std::size_t r = 0; r < all.size(); r += 2) {
        const Shape shape = all[r].shape;
        expect_written(c, all[r].name, values[r], kEveryOne);
        expect_written(c, all[r + 1].name, values[r + 1], kEveryOne);
        expect_uniform(
            c, all[r].name, values[r],
            activation == Activation::kTanh ? glorot_limit(shape) : kaiming_limit(shape));
        expect_close(c, all[r + 1].name, values[r + 1], Array(all[r + 1].shape), 0.0,
                     "Biases start from 0, those of every layer.");
      }
      for (std::size_t r = 4; r + 2 < all.size(); r += 2) {
        expect(values[r] != values[r - 2], c, "other entries in " + all[r].name,
               "the same entries as in " + all[r - 2].name,
               "All layers draw from one generator, one after the other.");
      }
    }
  }
}

void seed(Trial& trial) {
  const std::uint64_t seed = draw_seed(trial);
  const Layout layout = layout_for(trial, 2);
  const Dims d{6, 5, 7, 2, Activation::kTanh};
  const auto first = initialised(trial, d, layout, seed);
  const Case c = trial.last_input();
  for (std::size_t r = 0; r < first.size(); ++r) expect_written(c, roles(d)[r].name, first[r]);
  expect(first == initialised(trial, d, layout, seed), c, "the same parameters from the same seed",
         "other parameters the second time",
         "Take every random number from the generator that is passed in.");
  const auto other = initialised(trial, d, layout, seed + 1);
  for (std::size_t r = 0; r < first.size(); r += 2) {
    expect(first[r] != other[r], trial.last_input(), "other weights from another seed",
           roles(d)[r].name + " as from seed " + std::to_string(seed),
           "Take every random number from the generator that is passed in.");
  }
}

void pure(Trial& trial) {
  for_all_networks(trial, 4, 10, [&](const Story& story) {
    const Answer first = story.run(trial);
    story.expect_value(first, "Networks of other dimensions were made before.");
    const Answer again = story.run(trial);
    story.expect_value(again, "Asked again, the same input gave another answer.");
    expect_freed(story.input(), again[2]);
    constexpr const char* kCrowd =
        "A second network, of other dimensions and with the other activation, was made and used "
        "in between, and this one went forward and back twice, so that its gradients add up. "
        "Nothing may be shared, and forward changes no gradient.";
    const Answer crowd = story.run(trial, Operation::kTp2DeepCrowd);
    story.expect_value(crowd, kCrowd);
    story.expect_gradients(crowd, 2.0, kCrowd);
  });
}

}  // namespace

const check::Spec& tp2_deep_network() {
  static const Spec spec{
      "tp2.deep_network",
      {
          {"parameters",
           "The constructor registers a W and a b for each layer, of the right shapes.",
           Kind::kValue, 40, &parameters},
          {"value", "forward gives the logits, with both activations, at any depth.", Kind::kValue,
           80, &value},
          {"gradient", "The gradients of all parameters are the slopes that differences show.",
           Kind::kGradient, 70, &gradient},
          {"init", "Weights are Glorot's for tanh and Kaiming's for ReLU; biases are 0.",
           Kind::kProperty, 60, &init},
          {"seed", "The same seed gives the same parameters, another seed others.", Kind::kProperty,
           25, &seed},
          {"pure", "Networks do not share anything, and forward changes nothing.", Kind::kRobust,
           25, &pure},
      }};
  return spec;
}

}  // namespace gradus::specs
