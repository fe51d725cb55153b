#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "check/gradient.hpp"
#include "check/oracle_network.hpp"
#include "check/tolerance.hpp"
#include "protocol/random.hpp"

/// Functions with gradients in plain double precision, right and wrong ones: what the gradient
/// check is tried on. They share no code with the oracles.
namespace gradus::check::samples {

inline Array draw(Random& random, Index rows, Index cols, double scale = 1.0) {
  Array a(Shape{rows, cols});
  for (double& v : a.values) v = scale * random.normal();
  return a;
}

inline double magnitude(Random& random) {
  const double scales[] = {0.01, 0.1, 1.0, 1.0, 1.0, 10.0, 100.0};
  return scales[random.below(7)];
}

inline Array upstream(Random& random, Index rows, Index cols) {
  return draw(random, rows, cols, std::pow(10.0, random.uniform(-2.0, 2.0)));
}

inline double largest(const std::vector<Array>& arrays) {
  double result = 0.0;
  for (const Array& a : arrays) {
    for (const double v : a.values) result = std::max(result, std::abs(v));
  }
  return result;
}

inline Array multiply(const Array& A, const Array& B) {
  Array C(Shape{A.rows(), B.cols()});
  for (Index i = 0; i < A.rows(); ++i) {
    for (Index j = 0; j < B.cols(); ++j) {
      for (Index k = 0; k < A.cols(); ++k) C(i, j) += A(i, k) * B(k, j);
    }
  }
  return C;
}

inline Array transposed(const Array& A) {
  Array T(Shape{A.cols(), A.rows()});
  for (Index i = 0; i < A.rows(); ++i) {
    for (Index j = 0; j < A.cols(); ++j) T(j, i) = A(i, j);
  }
  return T;
}

inline Array row_sums(const Array& A) {
  Array s(Shape{A.rows(), 1});
  for (Index j = 0; j < A.cols(); ++j) {
    for (Index i = 0; i < A.rows(); ++i) s[i] += A(i, j);
  }
  return s;
}

inline Array each(Array a, const std::function<double(double)>& f) {
  for (double& v : a.values) v = f(v);
  return a;
}

inline Array times(Array a, const Array& b) {
  for (Index i = 0; i < a.size(); ++i) a[i] *= b[i];
  return a;
}

inline Array plus_columns(Array A, const Array& b) {
  for (Index j = 0; j < A.cols(); ++j) {
    for (Index i = 0; i < A.rows(); ++i) A(i, j) += b[i];
  }
  return A;
}

inline Array softmax(const Array& x) {
  const double top = *std::max_element(x.values.begin(), x.values.end());
  Array p = each(x, [top](double v) { return std::exp(v - top); });
  double sum = 0.0;
  for (const double v : p.values) sum += v;
  return each(p, [sum](double v) { return v / sum; });
}

inline double nll(const Array& x, Index gold) {
  const double top = *std::max_element(x.values.begin(), x.values.end());
  double sum = 0.0;
  for (const double v : x.values) sum += std::exp(v - top);
  return std::log(sum) + top - x[gold];
}

/// A wrong gradient: what it does, and what it claims.
struct Bug {
  std::string name;
  std::vector<Array> claimed;
};

/// A question with its right answer claimed, and wrong answers to the same question.
struct Sample {
  GradientQuestion question;
  std::vector<Bug> bugs;
};

inline Sample affine_sample(Random& random, bool with_input) {
  const Index out = random.between(1, 6);
  const Index in = random.between(1, 6);
  const Index batch = random.between(1, 3);
  const Array W = draw(random, out, in, magnitude(random));
  const Array b = draw(random, out, 1, magnitude(random));
  const Array x = draw(random, in, batch, magnitude(random));
  const Array g = upstream(random, out, batch);
  Sample s;
  GradientQuestion& q = s.question;
  const auto f = [x, with_input](std::span<const Array> a) {
    return plus_columns(multiply(a[0], with_input ? a[2] : x), a[1]);
  };
  q.at = {{"W", W}, {"b", b}};
  std::vector<Shape> shapes = {W.shape, b.shape};
  const Array gW = multiply(g, transposed(x));
  const Array gb = row_sums(g);
  const Array gx = multiply(transposed(W), g);
  q.claimed = {gW, gb};
  if (with_input) {
    q.at.push_back({"x", x});
    shapes.push_back(x.shape);
    q.claimed.push_back(gx);
  }
  q.f = on_arrays(shapes, f);
  q.upstream = g.values;
  q.noise = tolerance::network_noise({{W}, {b}, oracle::Activation::kTanh}, x, g);

  const auto claim = [&](const std::string& name, const Array& w, const Array& bias,
                         const Array& input) {
    std::vector<Array> arrays = {w, bias};
    if (with_input) arrays.push_back(input);
    s.bugs.push_back({name, std::move(arrays)});
  };
  const Array one = each(g, [](double) { return 1.0; });
  const auto negative = [](double v) { return -v; };
  claim("sign", each(gW, negative), each(gb, negative), each(gx, negative));
  claim("missing g", multiply(one, transposed(x)), row_sums(one), multiply(transposed(W), one));
  const Array g2 = times(g, g);
  claim("g twice", multiply(g2, transposed(x)), row_sums(g2), multiply(transposed(W), g2));
  claim("gb zero", gW, Array(b.shape), gx);
  double sum = 0.0;
  for (const double v : gb.values) sum += v;
  claim("gb summed over the outputs", gW, Array(b.shape, sum), gx);
  claim("gW without x", multiply(g, transposed(each(x, [](double) { return 1.0; }))), gb, gx);
  claim("gW times W", times(gW, W), gb, gx);
  Array shifted = gW;
  std::rotate(shifted.values.begin(), shifted.values.begin() + out, shifted.values.end());
  claim("columns shifted", shifted, gb, gx);
  Array lacking = gW;
  for (Index i = 0; i < out; ++i) lacking(i, in - 1) = 0.0;
  claim("last column missing", lacking, gb, gx);
  if (in == out) claim("gW transposed", transposed(gW), gb, gx);
  if (batch > 1) {
    const auto mean = [batch](double v) { return v / static_cast<double>(batch); };
    claim("mean over the batch", each(gW, mean), each(gb, mean), gx);
  }
  if (with_input) {
    claim("gx zero", gW, gb, Array(x.shape));
    claim("gx doubled", gW, gb, each(gx, [](double v) { return 2.0 * v; }));
    if (in == out) claim("W in the place of its transpose", gW, gb, multiply(W, g));
  }
  return s;
}

inline Sample nll_sample(Random& random) {
  const Index n = random.between(2, 10);
  const Array x = draw(random, n, 1, random.chance(0.5) ? 1.0 : random.uniform(0.1, 5.0));
  const Index gold = random.below(n);
  const double g = upstream(random, 1, 1)[0];
  const Array p = softmax(x);
  const auto scaled = [g](const Array& a) { return each(a, [g](double v) { return g * v; }); };
  const auto minus_gold = [&](Array a, Index where) {
    a[where] -= 1.0;
    return a;
  };
  Sample s;
  GradientQuestion& q = s.question;
  q.f = [gold](std::span<const double> t) {
    return std::vector<double>{nll(column({t.begin(), t.end()}), gold)};
  };
  q.at = {{"logits", x}};
  q.claimed = {scaled(minus_gold(p, gold))};
  q.upstream = {g};
  q.usual_slope = 1.0;

  const Index top = std::max_element(x.values.begin(), x.values.end()) - x.values.begin();
  s.bugs = {
      {"sign", {scaled(each(q.claimed[0], [g](double v) { return -v / g; }))}},
      {"missing g", {minus_gold(p, gold)}},
      {"g twice", {scaled(scaled(minus_gold(p, gold)))}},
      {"-1 for -g", {minus_gold(scaled(p), gold)}},
      {"next class", {scaled(minus_gold(p, (gold + 1) % n))}},
      {"predicted class", {scaled(minus_gold(p, top))}},
      {"no gold", {scaled(p)}},
      {"raw logits", {scaled(minus_gold(x, gold))}},
      {"softmax twice", {scaled(minus_gold(softmax(p), gold))}},
      {"mean over the classes",
       {scaled(each(minus_gold(p, gold), [n](double v) { return v / static_cast<double>(n); }))}},
      {"unnormalised", {scaled(minus_gold(each(x, [](double v) { return std::exp(v); }), gold))}},
  };
  Array plus_gold = p;
  plus_gold[gold] += 1.0;
  s.bugs.push_back({"plus gold", {scaled(plus_gold)}});
  Array only_gold(x.shape);
  only_gold[gold] = p[gold] - 1.0;
  s.bugs.push_back({"only gold", {scaled(only_gold)}});
  return s;
}

inline Sample tanh_sample(Random& random) {
  const Array x = draw(random, random.between(1, 5), random.between(1, 3), magnitude(random));
  const Array g = upstream(random, x.rows(), x.cols());
  const Array y = each(x, [](double v) { return std::tanh(v); });
  Sample s;
  GradientQuestion& q = s.question;
  q.f = [](std::span<const double> t) {
    std::vector<double> out;
    for (const double v : t) out.push_back(std::tanh(v));
    return out;
  };
  q.at = {{"x", x}};
  q.claimed = {times(g, each(y, [](double v) { return 1.0 - v * v; }))};
  q.upstream = g.values;
  q.usual_slope = 1.0;
  s.bugs = {
      {"1 - y", {times(g, each(y, [](double v) { return 1.0 - v; }))}},
      {"1 - x^2", {times(g, each(x, [](double v) { return 1.0 - v * v; }))}},
      {"tanh of tanh",
       {times(g, each(y, [](double v) { return 1.0 - std::pow(std::tanh(v), 2); }))}},
      {"missing g", {each(y, [](double v) { return 1.0 - v * v; })}},
      {"g added",
       {plus_columns(column(each(y, [](double v) { return 1.0 - v * v; }).values),
                     column(g.values))}},
  };
  s.bugs.back().claimed[0].shape = x.shape;
  return s;
}

inline Sample relu_sample(Random& random) {
  const Array x = draw(random, random.between(1, 5), random.between(1, 3), magnitude(random));
  const Array g = upstream(random, x.rows(), x.cols());
  Sample s;
  GradientQuestion& q = s.question;
  q.f = [](std::span<const double> t) {
    std::vector<double> out;
    for (const double v : t) out.push_back(std::max(v, 0.0));
    return out;
  };
  q.pattern = [](std::span<const double> t) {
    std::vector<bool> on;
    for (const double v : t) on.push_back(v > 0.0);
    return on;
  };
  q.at = {{"x", x}};
  const Array mask = each(x, [](double v) { return v > 0.0 ? 1.0 : 0.0; });
  q.claimed = {times(g, mask)};
  q.upstream = g.values;
  q.usual_slope = 1.0;
  s.bugs = {
      {"mask on g", {times(g, each(g, [](double v) { return v > 0.0 ? 1.0 : 0.0; }))}},
      {"mask reversed", {times(g, each(mask, [](double v) { return 1.0 - v; }))}},
      {"mask missing", {g}},
      {"leaky", {times(g, each(x, [](double v) { return v > 0.0 ? 1.0 : 0.01; }))}},
      {"times x", {times(times(g, mask), x)}},
  };
  return s;
}

/// Mistakes in the backward pass of a network.
enum class NetBug {
  kNone,
  kNoSlope,
  kSlopeOfPreActivation,
  kSlopeWithoutSquare,
  kFirstLayerFrozen,
  kBiasesFrozen,
  kPreActivationAsInput,
  kWrongSign,
  kFirstLayerTwice,
};

inline std::vector<Array> network_backward(const oracle::Network& net, const Array& x, Array g,
                                           NetBug bug) {
  const bool is_tanh = net.activation == oracle::Activation::kTanh;
  std::vector<Array> a = {x};
  std::vector<Array> z;
  for (std::size_t l = 0; l < net.W.size(); ++l) {
    z.push_back(plus_columns(multiply(net.W[l], a.back()), net.b[l]));
    a.push_back(
        each(z.back(), [is_tanh](double v) { return is_tanh ? std::tanh(v) : std::max(v, 0.0); }));
  }
  std::vector<Array> gradient(2 * net.W.size());
  for (std::size_t l = net.W.size(); l-- > 0;) {
    const bool from_z = bug == NetBug::kPreActivationAsInput && l > 0;
    gradient[2 * l] = multiply(g, transposed(from_z ? z[l - 1] : a[l]));
    gradient[2 * l + 1] = row_sums(g);
    if (l == 0) break;
    g = multiply(transposed(net.W[l]), g);
    if (bug == NetBug::kNoSlope) continue;
    const Array& base = bug == NetBug::kSlopeOfPreActivation ? z[l - 1] : a[l];
    g = times(g, each(base, [&](double v) {
                if (!is_tanh) return v > 0.0 ? 1.0 : 0.0;
                return bug == NetBug::kSlopeWithoutSquare ? 1.0 - v : 1.0 - v * v;
              }));
  }
  for (std::size_t k = 0; k < gradient.size(); ++k) {
    double factor = 1.0;
    if (bug == NetBug::kWrongSign) factor = -1.0;
    if (bug == NetBug::kBiasesFrozen && k % 2 == 1) factor = 0.0;
    if (bug == NetBug::kFirstLayerFrozen && k < 2) factor = 0.0;
    if (bug == NetBug::kFirstLayerTwice && k < 2) factor = 2.0;
    gradient[k] = each(gradient[k], [factor](double v) { return factor * v; });
  }
  return gradient;
}

inline Sample network_sample(Random& random, oracle::Activation activation) {
  const Index depth = random.between(2, 3);
  std::vector<Index> widths;
  for (Index l = 0; l <= depth; ++l) widths.push_back(random.between(1, 5));
  oracle::Network net;
  net.activation = activation;
  for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
    const double scale = random.uniform(0.5, 2.0) / std::sqrt(static_cast<double>(widths[l]));
    net.W.push_back(draw(random, widths[l + 1], widths[l], scale));
    net.b.push_back(draw(random, widths[l + 1], 1, 0.5));
  }
  const Array x = draw(random, widths.front(), random.between(1, 3));
  const Array g = upstream(random, widths.back(), x.cols());

  Sample s;
  GradientQuestion& q = s.question;
  std::vector<Shape> shapes;
  for (std::size_t l = 0; l < net.W.size(); ++l) {
    q.at.push_back({"W" + std::to_string(l), net.W[l]});
    q.at.push_back({"b" + std::to_string(l), net.b[l]});
    shapes.push_back(net.W[l].shape);
    shapes.push_back(net.b[l].shape);
  }
  const bool is_tanh = activation == oracle::Activation::kTanh;
  q.f = on_arrays(shapes, [x, is_tanh](std::span<const Array> p) {
    Array a = x;
    for (std::size_t k = 0; k < p.size(); k += 2) {
      a = plus_columns(multiply(p[k], a), p[k + 1]);
      if (k + 2 == p.size()) break;
      a = each(a, [is_tanh](double v) { return is_tanh ? std::tanh(v) : std::max(v, 0.0); });
    }
    return a;
  });
  if (!is_tanh) {
    q.pattern = [x, shapes](std::span<const double> theta) {
      const std::vector<Array> p = unflatten(theta, shapes);
      std::vector<bool> on;
      Array a = x;
      for (std::size_t k = 0; k + 2 < p.size(); k += 2) {
        a = plus_columns(multiply(p[k], a), p[k + 1]);
        for (const double v : a.values) on.push_back(v > 0.0);
        a = each(a, [](double v) { return std::max(v, 0.0); });
      }
      return on;
    };
  }
  q.claimed = network_backward(net, x, g, NetBug::kNone);
  q.upstream = g.values;
  q.noise = tolerance::network_noise(net, x, g);

  const auto claim = [&](const std::string& name, NetBug bug) {
    s.bugs.push_back({name, network_backward(net, x, g, bug)});
  };
  claim("no slope of the activation", NetBug::kNoSlope);
  if (is_tanh) claim("slope of the pre-activation", NetBug::kSlopeOfPreActivation);
  if (is_tanh) claim("slope without square", NetBug::kSlopeWithoutSquare);
  claim("first layer frozen", NetBug::kFirstLayerFrozen);
  claim("biases frozen", NetBug::kBiasesFrozen);
  claim("pre-activation as input", NetBug::kPreActivationAsInput);
  claim("sign", NetBug::kWrongSign);
  claim("first layer twice", NetBug::kFirstLayerTwice);
  return s;
}

/// One kind of sample, by name.
struct Family {
  std::string name;
  std::function<Sample(Random&)> draw;
};

inline std::vector<Family> families() {
  using oracle::Activation;
  return {{"affine", [](Random& r) { return affine_sample(r, false); }},
          {"affine with input", [](Random& r) { return affine_sample(r, true); }},
          {"nll", nll_sample},
          {"tanh", tanh_sample},
          {"relu", relu_sample},
          {"tanh network", [](Random& r) { return network_sample(r, Activation::kTanh); }},
          {"relu network", [](Random& r) { return network_sample(r, Activation::kRelu); }}};
}

/// A sample at which the gradient is not lost in saturation.
inline Sample informative(const Family& family, Random& random) {
  for (;;) {
    Sample s = family.draw(random);
    s.question.seed = random();
    double g = 0.0;
    for (const double v : s.question.upstream) g = std::max(g, std::abs(v));
    if (largest(s.question.claimed) >= 1e-2 * g) return s;
  }
}

/// The largest difference between two claims, relative to the largest entry of the first.
inline double difference(const std::vector<Array>& a, const std::vector<Array>& b) {
  double result = 0.0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    for (Index i = 0; i < a[k].size(); ++i) {
      result = std::max(result, std::abs(a[k][i] - b[k][i]));
    }
  }
  return result / largest(a);
}

}  // namespace gradus::check::samples
