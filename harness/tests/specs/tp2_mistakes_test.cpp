#include <chrono>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "catalogue/exercise.hpp"
#include "check/check.hpp"
#include "sandbox/remote.hpp"
#include "specs/specs.hpp"
#include "toolchain/builder.hpp"
#include "toolchain/recipe.hpp"
#include "toolchain/submission.hpp"

/// The checks of TP2 against known wrong versions of the solution, and against right ones that are
/// written otherwise.
namespace gradus::specs {
namespace {

using namespace std::chrono_literals;

/// A piece of the solution, and what stands there instead.
struct Edit {
  std::string from;
  std::string to;
};

/// A version of one exercise's file.
struct Version {
  std::string slug;
  std::string name;
  std::vector<Edit> edits;
  std::string first_failure;  ///< the idea of the first check that fails; empty if none does
};

void PrintTo(const Version& version, std::ostream* out) { *out << version.name; }

/// \throws std::runtime_error unless every piece occurs in the solution exactly once
std::string edited_solution(const Version& version) {
  const Exercise& exercise = *find_exercise(version.slug);
  std::ifstream in(std::filesystem::path(GRADUS_SOLUTIONS) / exercise.file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  for (const Edit& edit : version.edits) {
    const auto at = text.find(edit.from);
    if (at == std::string::npos || text.find(edit.from, at + 1) != std::string::npos) {
      throw std::runtime_error(version.name + ": the solution does not hold once: " + edit.from);
    }
    text.replace(at, edit.from.size(), edit.to);
  }
  return text;
}

/// Runs the checks of a version up to the first that fails.
/// \return its idea; empty if none fails
std::string first_failure(const Version& version) {
  static const auto recipe = toolchain::Recipe::load(GRADUS_RECIPE);
  const Exercise& exercise = *find_exercise(version.slug);
  toolchain::Submission submission;
  submission.files[version.slug] = {
      toolchain::SourceFile::State::kThere, edited_solution(version), {}};
  toolchain::Builder builder(recipe, submission);
  const Exercise* exercises[] = {&exercise};
  builder.compile(exercises);
  const toolchain::Built worker = builder.link_worker(exercise);
  if (!worker.ok()) throw std::runtime_error(version.name + ": " + worker.errors);

  sandbox::Limits limits;
  if (recipe.sanitized) limits.address_space = 0;
  sandbox::Remote subject(worker.file, {10s, 120s}, limits);
  constexpr std::uint64_t kSeed = 20260914;
  for (const check::Check& check : spec_of(version.slug).checks) {
    const check::Result result = check::run(check, version.slug, subject, kSeed);
    if (result.verdict == Verdict::kPassed) continue;
    EXPECT_EQ(result.verdict, Verdict::kWrong) << result.story.got;
    EXPECT_FALSE(result.story.input.empty());
    EXPECT_FALSE(result.story.expected.empty());
    EXPECT_FALSE(result.story.got.empty());
    return std::string(check.idea);
  }
  return {};
}

std::string test_name(const testing::TestParamInfo<Version>& info) {
  return info.param.slug.substr(info.param.slug.find('.') + 1) + "_" + info.param.name;
}

class Mistake : public testing::TestWithParam<Version> {};

TEST_P(Mistake, IsCaughtFirstByTheCheckThatSaysIt) {
  EXPECT_EQ(first_failure(GetParam()), GetParam().first_failure);
}

class Variant : public testing::TestWithParam<Version> {};

TEST_P(Variant, PassesEveryCheck) { EXPECT_EQ(first_failure(GetParam()), ""); }

// --- The nodes ---------------------------------------------------------------------------------

constexpr const char* kTanhBackward = "x.accumulate_gradient(hadamard(g, 1.0 - square(value)));";

const std::vector<Version> kTanhMistakes = {
    {"tp2.tanh", "zeros", {{"nn::tanh(x.data())", "0.0 * x.data()"}}, "value"},
    {"tp2.tanh",
     "square_forgotten",
     {{kTanhBackward, "x.accumulate_gradient(hadamard(g, 1.0 - value));"}},
     "gradient"},
    {"tp2.tanh",
     "upstream_forgotten",
     {{kTanhBackward, "x.accumulate_gradient(1.0 - square(value) + 0.0 * g);"}},
     "gradient"},
    {"tp2.tanh",
     "exponentials_overflow",
     {{"nn::tanh(x.data())",
       "hadamard(exp(x.data()) - exp(-x.data()), 1.0 / (exp(x.data()) + exp(-x.data())))"}},
     "extreme"},
    {"tp2.tanh", "graph_of_constants", {{"if (any_require_grad({x})) {", "{"}}, "graph"},
    {"tp2.tanh", "input_by_reference", {{"[x](const", "[&x](const"}}, "two_graphs"},
    {"tp2.tanh",
     "input_overwritten",
     {{"  Tensor y(", "  const_cast<nn::Matrix&>(x.data()) *= 1.0 + 1e-15;\n  Tensor y("}},
     "pure"},
};

const std::vector<Version> kAffineMistakes = {
    {"tp2.affine",
     "bias_forgotten",
     {{"add_column(W.data() * x.data(), b.data())", "W.data() * x.data()"}},
     "value"},
    {"tp2.affine",
     "not_transposed_where_square",
     {{"transposed_times(W.data(), g)",
       "W.data().rows() == W.data().cols() ? W.data() * g : transposed_times(W.data(), g)"}},
     "gradient"},
    {"tp2.affine",
     "mean_over_the_columns",
     {{"sum_columns(g)", "sum_columns(g) / static_cast<double>(g.cols())"}},
     "gradient"},
    {"tp2.affine",
     "nothing_for_x",
     {{"if (x.requires_grad()) x.accumulate_gradient(transposed_times(W.data(), g));", ""}},
     "gradient"},
    {"tp2.affine",
     "x_is_no_input",
     {{"set_backward({W, b, x},", "set_backward({W, b},"}},
     "gradient"},
    {"tp2.affine",
     "all_instead_of_any",
     {{"any_require_grad({W, b, x})",
       "W.requires_grad() && b.requires_grad() && x.requires_grad()"}},
     "masks"},
    {"tp2.affine", "inputs_by_reference", {{"[W, b, x](const", "[&](const"}}, "shared"},
};

const std::vector<Version> kNllMistakes = {
    {"tp2.nll",
     "sum_instead_of_mean",
     {{"return total / static_cast<double>(gold.size());", "return total;"}},
     "value"},
    {"tp2.nll",
     "gradient_of_the_sum",
     {{"return gradient / static_cast<double>(gold.size());", "return gradient;"}},
     "gradient"},
    {"tp2.nll", "upstream_forgotten", {{"g(0, 0) * mean_nll", "mean_nll"}}, "gradient"},
    {"tp2.nll",
     "logarithm_of_a_probability",
     {{"total += (m - x(c)) + std::log(sum(exp(x - m)));",
       "total -= std::log(exp(x - m)[c] / sum(exp(x - m)));"}},
     "extreme"},
    {"tp2.nll", "no_shift_on_the_way_back", {{"exp(x - max(x))", "exp(x)"}}, "extreme"},
    {"tp2.nll",
     "view_of_the_golds",
     {{"[logits, golds](const", "[logits, gold](const"},
      {"mean_nll_gradient(logits.data(), golds)",
       "mean_nll_gradient(logits.data(), {gold.begin(), gold.end()})"}},
     "two_graphs"},
};

INSTANTIATE_TEST_SUITE_P(Tanh, Mistake, testing::ValuesIn(kTanhMistakes), test_name);
INSTANTIATE_TEST_SUITE_P(Affine, Mistake, testing::ValuesIn(kAffineMistakes), test_name);
INSTANTIATE_TEST_SUITE_P(Nll, Mistake, testing::ValuesIn(kNllMistakes), test_name);

// --- Initialisers ------------------------------------------------------------------------------

constexpr const char* kDraw = "for (double& entry : entries) entry = rng.uniform(-limit, limit);";
constexpr const char* kFans = "static_cast<double>(entries.cols() + entries.rows())";

const std::vector<Version> kInitMistakes = {
    {"tp2.zero_init",
     "new_parameter",
     {{"for (double& entry : b.data())",
       "b = Parameter(\"b\", b.data().rows(), b.data().cols());\n  for (double& entry : "
       "b.data())"}},
     "value"},
    {"tp2.zero_init",
     "another_shape",
     {{"for (double& entry : b.data()) entry = 0.0;",
       "b.data() = nn::Matrix::zeros(b.data().size(), 1);"}},
     "shapes"},
    {"tp2.glorot_init",
     "whole_numbers",
     {{"6.0", "6"}, {kFans, "(entries.cols() + entries.rows())"}},
     "value"},
    {"tp2.glorot_init", "one_fan", {{kFans, "static_cast<double>(entries.cols())"}}, "value"},
    {"tp2.glorot_init", "one_sided", {{"uniform(-limit, limit)", "uniform(0.0, limit)"}}, "value"},
    {"tp2.glorot_init",
     "seed_of_its_own",
     {{kDraw,
       "nn::Rng own(42);\n  for (double& entry : entries) entry = own.uniform(-limit, limit);"}},
     "seed"},
    {"tp2.kaiming_init",
     "one_row_forgotten",
     {{kDraw,
       "if (entries.rows() == 1) return;\n  for (double& e : entries) e = rng.uniform(-limit, "
       "limit);"}},
     "shapes"},
    {"tp2.kaiming_init",
     "numbers_again",
     {{kDraw,
       "static std::uint64_t seed = 0;\n  static bool again = true;\n  again = !again;\n"
       "  if (!again) seed = rng.bits();\n  nn::Rng own(seed);\n"
       "  for (double& entry : entries) entry = own.uniform(-limit, limit);"}},
     "fresh"},
    {"tp2.kaiming_init", "fan_out", {{"entries.cols()", "entries.rows()"}}, "fan_in"},
};

INSTANTIATE_TEST_SUITE_P(Init, Mistake, testing::ValuesIn(kInitMistakes), test_name);

// --- Training loop and network -----------------------------------------------------------------

const std::vector<Version> kLoopMistakes = {
    {"tp2.training_loop", "no_zero_grad", {{"  optimizer.zero_grad();\n", ""}}, "value"},
    {"tp2.training_loop",
     "zero_grad_before_step",
     {{"  loss.backward();\n", "  loss.backward();\n  optimizer.zero_grad();\n"}},
     "value"},
    {"tp2.training_loop", "file_order", {{"    rng.shuffle(order);\n", ""}}, "shuffle"},
    {"tp2.training_loop",
     "generator_of_its_own",
     {{"rng.shuffle(order);", "static nn::Rng own(3);\n    own.shuffle(order);"}},
     "shuffle"},
    {"tp2.training_loop",
     "loss_after_the_step",
     {{"  return loss.data()(0, 0);",
       "  return nll(network.forward(Tensor(as_column(x))), gold).data()(0, 0);"}},
     "log"},
    {"tp2.training_loop",
     "back_to_the_best_epoch",
     {{"  nn::TrainingLog log;\n",
       "  nn::TrainingLog log;\n  double best = -1.0;\n  std::vector<nn::Matrix> kept;\n"},
      {"evaluate(network, dev)});",
       "evaluate(network, dev)});\n"
       "    if (log.back().dev_accuracy > best) {\n"
       "      best = log.back().dev_accuracy;\n"
       "      kept.clear();\n"
       "      for (Parameter p : network.parameters()) kept.push_back(p.data());\n"
       "    }"},
      {"  return log;",
       "  for (std::size_t k = 0; k < kept.size(); ++k) network.parameters()[k].data() = kept[k];\n"
       "  return log;"}},
     "last"},
};

constexpr const char* kActivate = "activation_ == Activation::kTanh ? tanh(z) : relu(z)";

const std::vector<Version> kNetworkMistakes = {
    {"tp2.deep_network", "dim_input_everywhere", {{"    n_in = hidden_dim;\n", ""}}, "parameters"},
    {"tp2.deep_network",
     "bias_not_registered",
     {{"output_b_ = add_parameter(", "output_b_ = Parameter("}},
     "parameters"},
    {"tp2.deep_network",
     "logits_activated",
     {{"return affine_transform(output_W_, output_b_, h);",
       "return tanh(affine_transform(output_W_, output_b_, h));"}},
     "value"},
    {"tp2.deep_network", "always_tanh", {{kActivate, "tanh(z)"}}, "value"},
    {"tp2.deep_network",
     "first_layer_detached",
     {{kActivate,
       "activation_ == Activation::kTanh ? tanh(z) : relu(z);\n    if (l == 0) h = "
       "Tensor(h.data())"}},
     "gradient"},
    {"tp2.deep_network",
     "always_glorot",
     {{"activation_ == Activation::kTanh ? glorot_init : kaiming_init", "glorot_init"}},
     "init"},
    {"tp2.deep_network",
     "seed_of_its_own",
     {{"for (Parameter& W : W_) init(W, rng);\n  init(output_W_, rng);",
       "nn::Rng own(1 + static_cast<std::uint64_t>(rng.below(1)));\n  for (Parameter& W : W_) "
       "init(W, own);\n"
       "  init(output_W_, own);"}},
     "seed"},
};

INSTANTIATE_TEST_SUITE_P(TrainingLoop, Mistake, testing::ValuesIn(kLoopMistakes), test_name);
INSTANTIATE_TEST_SUITE_P(DeepNetwork, Mistake, testing::ValuesIn(kNetworkMistakes), test_name);

// --- Right versions ----------------------------------------------------------------------------

const std::vector<Version> kVariants = {
    {"tp2.tanh",
     "by_logistic_function",
     {{"nn::tanh(x.data())", "2.0 / (1.0 + exp(-2.0 * x.data())) - 1.0"},
      {kTanhBackward, "x.accumulate_gradient(hadamard(g, hadamard(1.0 - value, 1.0 + value)));"}},
     ""},
    {"tp2.nll",
     "running_mean",
     {{"total += (m - x(c)) + std::log(sum(exp(x - m)));",
       "total += (std::log(sum(exp(x - m))) + m - x(c) - total) / static_cast<double>(k);"},
      {"return total / static_cast<double>(gold.size());", "return total;"}},
     ""},
    {"tp2.kaiming_init",
     "row_by_row",
     {{kDraw,
       "for (nn::Index i = 0; i < entries.rows(); ++i) {\n"
       "    for (nn::Index j = 0; j < entries.cols(); ++j) {\n"
       "      entries(i, j) = (2.0 * rng.uniform() - 1.0) * limit;\n    }\n  }"}},
     ""},
    {"tp2.training_loop",
     "zero_grad_after_step",
     {{"  optimizer.zero_grad();\n", ""},
      {"  optimizer.step();\n", "  optimizer.step();\n  optimizer.zero_grad();\n"}},
     ""},
    {"tp2.deep_network",
     "all_weights_before_all_biases",
     {{"    b_.push_back(add_parameter(\"b\" + std::to_string(l), hidden_dim, 1));\n", ""},
      {"  output_b_ = add",
       "  for (nn::Index l = 0; l < n_hidden_layers; ++l) {\n"
       "    b_.push_back(add_parameter(\"b\" + std::to_string(l), hidden_dim, 1));\n  }\n"
       "  output_b_ = add"}},
     ""},
};

INSTANTIATE_TEST_SUITE_P(Tp2, Variant, testing::ValuesIn(kVariants), test_name);

}  // namespace
}  // namespace gradus::specs
