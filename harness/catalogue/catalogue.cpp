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
                .chapter = "ch_affine",
                .hints =
                    {"Write the layer for 2 inputs and 2 outputs on paper. Move W(0, 1) a "
                     "little: which entries of y change, and by how much? Then b(0). How does "
                     "that reach the loss, if g says how steep the loss is in each y?",
                     "Ask what one entry W(i, j) touches: only y(i), and there it is "
                     "multiplied by x(j). So its gradient is g(i) x(j). And b(i) touches only "
                     "y(i), with slope 1.",
                     "gW has a row for each output and a column for each input: it is an outer "
                     "product, and nn::outer makes it of two vectors. Which one comes first? "
                     "gb has an entry for each output, and nothing needs to be computed for "
                     "it. Return both in braces, {gW, gb}. That W and b are not needed is "
                     "right, whatever the compiler says."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.softmax",
                .title = "Softmax",
                .file = "tp1/softmax.cpp",
                .function = "tp1::softmax",
                .needs = {},
                .points = 400,
                .notes = "softmax",
                .chapter = "ch_linear",
                .hints =
                    {"Compute softmax of (1, 2) by hand, then of (1001, 1002). Both give the "
                     "same, since a common factor cancels. But what does your computer say to "
                     "exp(1001)? See \"Exponentials overflow\" in the pitfalls.",
                     "exp(710) is already infinite. Adding a constant to every logit does not "
                     "change softmax: which constant makes every exponent at most 0, and one "
                     "of them 0?",
                     "Find the largest logit with nn::max. Subtract it from the logits (vector "
                     "minus number) and take nn::exp of that: a new vector, so the argument "
                     "stays as it is. Keep it, and divide it by its own nn::sum. There is no "
                     "special case for one class or for two."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.nll",
                .title = "Negative log-likelihood",
                .file = "tp1/nll.cpp",
                .function = "tp1::nll",
                .needs = {"tp1.softmax"},
                .points = 300,
                .notes = "nll",
                .chapter = "ch_nll",
                .hints =
                    {"Logits (0, 1000), gold 0: what is the probability of the gold class in a "
                     "double, and what is its logarithm? The true loss is 1000. Where did it "
                     "get lost? See \"The logarithm of a sum of exponentials\" in the "
                     "pitfalls.",
                     "Do not take the logarithm of a probability that may have become 0. "
                     "Simplify log(softmax(x)[gold]) on paper first: log(a / b) = log a - log "
                     "b. What may you subtract inside the sum that is left, and give back "
                     "outside?",
                     "Let m be the largest logit (nn::max). Take nn::exp of the logits minus "
                     "m, add that up with nn::sum, and take std::log of the number. Add m, "
                     "which you had subtracted, and subtract logits(gold). You need neither "
                     "softmax nor a special case."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.backward_nll",
                .title = "Negative log-likelihood, backward",
                .file = "tp1/backward_nll.cpp",
                .function = "tp1::backward_nll",
                .needs = {"tp1.softmax", "tp1.nll"},
                .points = 300,
                .notes = "nll_backward",
                .chapter = "ch_nll",
                .hints =
                    {"The loss is log sum_j exp(x_j) - x_gold. Differentiate each of the two "
                     "terms with respect to x_0, once for gold 0 and once for gold 1. By what "
                     "name do you know the derivative of the first term? What must all entries "
                     "add up to?",
                     "The gradient is softmax minus a one-hot vector, times the upstream "
                     "gradient g. Your softmax is already there: call it.",
                     "Take softmax(logits) as your vector. Subtract 1 from its entry gold, and "
                     "from no other. Then multiply the whole vector by g (number times vector) "
                     "and return it. Test: logits (0, 0), gold 0, g = 2 gives (-1, 1)."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp1.evaluate",
                .title = "Accuracy",
                .file = "tp1/evaluate.cpp",
                .function = "tp1::evaluate",
                .needs = {"tp1.softmax", "tp1.nll"},
                .points = 100,
                .notes = "evaluation",
                .chapter = "ch_sgd",
                .hints =
                    {"Think of 3 samples of which 2 are right. Which number must come out? "
                     "What does C++ make of 2 / 3? And how do you see from the logits which "
                     "class the model answers? See \"Accuracy\" in the pitfalls.",
                     "Count the samples whose largest logit is at the label, and divide by how "
                     "many there are. Dividing two integers rounds down.",
                     "Loop over i from 0 while i < data.size(). The logits come from "
                     "affine_transform, with the W and b of the model and data.image(i). "
                     "Compare nn::argmax of them with data.label(i), and count. After the "
                     "loop, turn both counts into double by static_cast, then divide."},
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
                .chapter = "ch_sgd",
                .hints =
                    {"Read the contract in linear_classifier.hpp and sort it: what happens for "
                     "each sample, what once an epoch, what once at the very end? Write the "
                     "two loops as comments first. See \"One step of gradient descent\" in the "
                     "pitfalls.",
                     "Each epoch: shuffle the order, then for each sample: forward, loss, "
                     "backward, update. Keep a copy of the parameters of the best epoch on "
                     "dev.",
                     "Before: best = model, numbers 0 to n - 1 (std::iota). Each epoch: "
                     "rng.shuffle them; for each, affine_transform, nll, backward_nll with g = "
                     "1, backward_affine_transform, then step W and b. After the samples: "
                     "evaluate on train and dev, log.add, copy if dev is a record. At the end "
                     "put best back and return the log."},
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
                .chapter = "ch_activations",
                .hints = {"Read relu.cpp, the worked example, and find its three steps. What in it "
                          "is about ReLU, and what would be the same for any function? Then: how "
                          "steep is tanh at 0, and how steep far away?",
                          "Read relu.cpp, the worked example. The derivative of tanh is 1 - y^2, "
                          "where y is the value of the node itself.",
                          "A new Tensor of nn::tanh of x.data(). If any_require_grad({x}), call "
                          "set_backward on it with the input x and a lambda that captures x by "
                          "value. The lambda gets value and g: its slope is 1 minus nn::square of "
                          "value, and nn::hadamard of g and slope goes to x.accumulate_gradient."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.affine",
                .title = "Affine node",
                .file = "tp2/affine.cpp",
                .function = "tp2::affine_transform",
                .needs = {},
                .points = 400,
                .notes = "affine_node",
                .chapter = "ch_autograd",
                .hints = {"Begin with one sample and your gradients of TP1. Then add a second "
                          "column: which of W, b and x do both samples share? Write down the shape "
                          "of each gradient. See \"Gradients of an affine layer\" in the pitfalls.",
                          "Three inputs, three gradients: W gets g x^T, b gets the sum of the "
                          "columns of g, x gets W^T g.",
                          "Value: W.data() times x.data(), then nn::add_column of b.data(). If any "
                          "of the three requires gradients: set_backward with all three, and a "
                          "lambda that holds them by value and calls accumulate_gradient of each: "
                          "nn::outer of g and the data of x; nn::sum_columns of g; "
                          "nn::transposed_times of W's data and g."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.nll",
                .title = "Negative log-likelihood node",
                .file = "tp2/nll.cpp",
                .function = "tp2::nll",
                .needs = {},
                .points = 200,
                .notes = "nll_node",
                .chapter = "ch_autograd",
                .hints =
                    {"One column is TP1. What does a mean over n columns do to the loss, and "
                     "to the gradient of each column? And gold belongs to the caller: is it "
                     "still there when the node's function runs? See \"The loss node\" in the "
                     "pitfalls.",
                     "As in TP1, column by column; then the mean over the columns, forward and "
                     "backward. g is 1 x 1 and multiplies every entry. Keep a copy of the "
                     "labels.",
                     "Copy gold into a std::vector. The value: work out the loss of each "
                     "nn::column as in TP1, add up, divide by n. The node's lambda captures "
                     "logits and the copy by value. It fills a new matrix by nn::set_column: "
                     "softmax of each column, minus 1 at its gold, all times g(0, 0) / n, and "
                     "hands it on."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.zero_init",
                .title = "Zero initialisation",
                .file = "tp2/zero_init.cpp",
                .function = "tp2::zero_init",
                .needs = {},
                .points = 100,
                .notes = "initialisation",
                .chapter = "ch_init",
                .hints =
                    {"b is a handle. The network holds another handle to the same matrix. How "
                     "do you get at the matrix itself, and what would become of it if you "
                     "assigned a new Parameter to b? See \"Handles and copies\" in the "
                     "pitfalls.",
                     "Write into the parameter that you were given. A new Parameter is another "
                     "one: the network would never see it.",
                     "b.data() is the matrix itself, to write into. Loop over its entries, "
                     "which covers every row and column of any shape, and set each to 0. The "
                     "loop variable has to be a reference (double&): without the & it is a "
                     "copy of the entry."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.glorot_init",
                .title = "Glorot initialisation",
                .file = "tp2/glorot_init.cpp",
                .function = "tp2::glorot_init",
                .needs = {},
                .points = 150,
                .notes = "glorot",
                .chapter = "ch_init",
                .hints =
                    {"A layer with 784 inputs and 100 outputs: what are fan_in and fan_out, "
                     "and where do you find them in W, which is out x in? What does C++ make "
                     "of 6 / 884? See \"Glorot's limit\" in the pitfalls.",
                     "Uniform on [-limit, limit] with limit = sqrt(6 / (fan_in + fan_out)). In "
                     "C++, 6 / 884 is 0.",
                     "Take W.data() by reference (nn::Matrix&). Add its rows() and cols(), "
                     "turn the sum into a double by static_cast, divide 6.0 by it, and take "
                     "std::sqrt: the limit. Loop over the entries by reference and give each "
                     "its own draw, rng.uniform with minus the limit and the limit."},
                .call_limit = kCall,
                .budget = kBudget},
               {.slug = "tp2.kaiming_init",
                .title = "Kaiming initialisation",
                .file = "tp2/kaiming_init.cpp",
                .function = "tp2::kaiming_init",
                .needs = {},
                .points = 150,
                .notes = "kaiming",
                .chapter = "ch_init",
                .hints =
                    {"One unit adds up one row of W times one column of x. How many products "
                     "is that: rows() or cols() of W? Why must each be smaller when there are "
                     "more of them? See \"Kaiming's limit\" in the pitfalls.",
                     "Uniform on [-limit, limit] with limit = sqrt(6 / fan_in). W is out x in: "
                     "which of rows and columns is fan_in?",
                     "Take W.data() by reference (nn::Matrix&). Turn its cols() into a double "
                     "by static_cast, divide 6.0 by it, and take std::sqrt: the limit. Loop "
                     "over the entries by reference and give each its own draw, rng.uniform "
                     "with minus the limit and the limit."},
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
                .chapter = "ch_deep",
                .hints =
                    {"A step on one sample is five calls: forward, loss, backward, step, and "
                     "one more. What does each leave behind, and which of the others needs it? "
                     "sgd.hpp shows them in order. See \"The five calls of a step\" in the "
                     "pitfalls.",
                     "For each sample: zero_grad, forward, loss, backward, step; in that "
                     "order. Before the samples of an epoch comes a new order, after them one "
                     "entry in the log.",
                     "Numbers 0 to n - 1 (std::iota). Each epoch: rng.shuffle; for each: "
                     "zero_grad, forward of a Tensor of nn::as_column of the image, nll with "
                     "the label, backward of that loss, step; add up loss.data()(0, 0). Then "
                     "log.add with the mean loss and evaluate on train and on dev. Keep the "
                     "last parameters."},
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
                .chapter = "ch_deep",
                .hints =
                    {"Draw a network with 2 hidden layers and three different dimensions, and "
                     "write the shape of every W and b next to it. Then one with none: what "
                     "does the output read now? linear_network.cpp is the worked example.",
                     "The first layer reads dim_input numbers, every later one hidden_dim. The "
                     "output projection has no activation.",
                     "Constructor: a loop makes W0, b0, W1, ... by add_parameter and pushes "
                     "them into W_ and b_; a variable says how many numbers the next layer "
                     "reads. The output comes last. init_parameters: all W by glorot_init or "
                     "kaiming_init, all b by zero_init. forward: h = x; per layer "
                     "affine_transform, then tanh or relu; output."},
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
