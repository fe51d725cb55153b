#include <numeric>

#include "catalogue/exercise.hpp"

namespace gradus {
namespace {

using namespace std::chrono_literals;

// A call on a small matrix takes microseconds; two seconds is "never comes back" on any machine.
constexpr auto kCall = 2000ms;
// Training stories run some hundreds of steps, under a sanitizer too.
constexpr auto kTrainingCall = 10000ms;
constexpr auto kBudget = 60000ms;

const std::vector<Lab>& table() {
  static const std::vector<Lab> labs = {
      {.name = "tp1",
       .title = "A linear classifier, gradients by hand",
       .exercises =
           {
               {.slug = "tp1.backward_affine",
                .title = "Affine layer, backward",
                .file = "tp1/backward_affine.cpp",
                .function = "tp1::backward_affine_transform",
                .needs = {},
                .points = 400,
                .notes = "affine_backward",
                .hints = {"Ask what one entry W(i, j) touches: only y(i), and there it is multiplied "
                        "by x(j). So its gradient is g(i) x(j)."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.softmax",
                .title = "Softmax",
                .file = "tp1/softmax.cpp",
                .function = "tp1::softmax",
                .needs = {},
                .points = 400,
                .notes = "softmax",
                .hints = {"exp(710) is already infinite. Adding a constant to every logit does not "
                        "change softmax: which constant makes every exponent at most 0?"},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.nll",
                .title = "Negative log-likelihood",
                .file = "tp1/nll.cpp",
                .function = "tp1::nll",
                .needs = {"tp1.softmax"},
                .points = 300,
                .notes = "nll",
                .hints = {"Do not take the logarithm of a probability that may have become 0. "
                        "Simplify log(softmax(x)[gold]) on paper first."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.backward_nll",
                .title = "Negative log-likelihood, backward",
                .file = "tp1/backward_nll.cpp",
                .function = "tp1::backward_nll",
                .needs = {"tp1.softmax", "tp1.nll"},
                .points = 300,
                .notes = "nll_backward",
                .hints = {"The gradient is softmax minus a one-hot vector, times the upstream "
                        "gradient g. Your softmax is already there: call it."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.evaluate",
                .title = "Accuracy",
                .file = "tp1/evaluate.cpp",
                .function = "tp1::evaluate",
                .needs = {"tp1.softmax", "tp1.nll"},
                .points = 100,
                .notes = "evaluation",
                .hints = {"Count the samples whose largest logit is at the label, and divide by how "
                        "many there are. Dividing two integers rounds down."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.train",
                .title = "Training loop",
                .file = "tp1/train.cpp",
                .function = "tp1::train",
                .needs = {"tp1.backward_affine", "tp1.softmax", "tp1.nll", "tp1.backward_nll",
                          "tp1.evaluate"},
                .points = 300,
                .notes = "sgd",
                .hints = {"Each epoch: shuffle the order, then for each sample: forward, loss, "
                        "backward, update. Keep a copy of the parameters of the best epoch on dev."},
                .call_limit = kTrainingCall,
                .budget = kBudget},
           },
       .mnist = {.slug = "tp1.mnist", .title = "MNIST, linear", .points = 200}},
      {.name = "tp2",
       .title = "A small autograd and a deep network",
       .exercises =
           {
               {.slug = "tp2.tanh",
                .title = "Tanh node",
                .file = "tp2/tanh.cpp",
                .function = "tp2::tanh",
                .needs = {},
                .points = 200,
                .notes = "tanh_node",
                .hints = {"Read relu.cpp, the worked example. The derivative of tanh is 1 - y^2, "
                        "where y is the value of the node itself."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.affine",
                .title = "Affine node",
                .file = "tp2/affine.cpp",
                .function = "tp2::affine_transform",
                .needs = {},
                .points = 400,
                .notes = "affine_node",
                .hints = {"Three inputs, three gradients: W gets g x^T, b gets the sum of the "
                        "columns of g, x gets W^T g."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.nll",
                .title = "Negative log-likelihood node",
                .file = "tp2/nll.cpp",
                .function = "tp2::nll",
                .needs = {},
                .points = 200,
                .notes = "nll_node",
                .hints = {"As in TP1, column by column; then the mean over the columns, forward and "
                        "backward."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.zero_init",
                .title = "Zero initialisation",
                .file = "tp2/zero_init.cpp",
                .function = "tp2::zero_init",
                .needs = {},
                .points = 100,
                .notes = "initialisation",
                .hints = {"Write into the parameter that you were given. A new Parameter is another "
                        "one: the network would never see it."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.glorot_init",
                .title = "Glorot initialisation",
                .file = "tp2/glorot_init.cpp",
                .function = "tp2::glorot_init",
                .needs = {},
                .points = 150,
                .notes = "glorot",
                .hints = {"Uniform on [-limit, limit] with limit = sqrt(6 / (fan_in + fan_out)). In "
                        "C++, 6 / 894 is 0."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.kaiming_init",
                .title = "Kaiming initialisation",
                .file = "tp2/kaiming_init.cpp",
                .function = "tp2::kaiming_init",
                .needs = {},
                .points = 150,
                .notes = "kaiming",
                .hints = {"Uniform on [-limit, limit] with limit = sqrt(6 / fan_in). W is out x in: "
                        "which of rows and columns is fan_in?"},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.training_loop",
                .title = "Training loop on the autograd",
                .file = "tp2/training_loop.cpp",
                .function = "tp2::training_loop",
                .needs = {"tp2.tanh", "tp2.affine", "tp2.nll", "tp2.zero_init", "tp2.glorot_init",
                          "tp2.kaiming_init"},
                .points = 300,
                .notes = "training_loop",
                .hints = {"For each sample: zero_grad, forward, loss, backward, step; in that order."},
                .call_limit = kTrainingCall,
                .budget = kBudget},
               {.slug = "tp2.deep_network",
                .title = "Deep network",
                .file = "tp2/deep_network.cpp",
                .function = "tp2::DeepNetwork",
                .needs = {"tp2.tanh", "tp2.affine", "tp2.zero_init", "tp2.glorot_init",
                          "tp2.kaiming_init"},
                .points = 300,
                .notes = "deep_network",
                .hints = {"The first layer reads dim_input numbers, every later one hidden_dim. The "
                        "output projection has no activation."},
                .call_limit = kCall,
                .budget = kBudget},
           },
       .mnist = {.slug = "tp2.mnist", .title = "MNIST, deep", .points = 200}},
  };
  return labs;
}

}  // namespace

Points Lab::points() const {
  return std::accumulate(exercises.begin(), exercises.end(), mnist.points,
                         [](Points sum, const Exercise& e) { return sum + e.points; });
}

std::span<const Lab> catalogue() { return table(); }

const Lab* find_lab(std::string_view name) {
  for (const Lab& lab : table()) {
    if (lab.name == name) return &lab;
  }
  return nullptr;
}

const Exercise* find_exercise(std::string_view slug) {
  for (const Lab& lab : table()) {
    for (const Exercise& e : lab.exercises) {
      if (e.slug == slug) return &e;
    }
  }
  return nullptr;
}

}  // namespace gradus
