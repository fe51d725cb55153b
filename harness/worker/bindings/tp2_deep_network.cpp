#include <stdexcept>
#include <string>
#include <vector>

#include "nn/error.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_deep.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {
namespace {

using protocol::Reply;

/// Calls a member function. Who has written the constructor has started the exercise: that another
/// part is still the stub is then an answer to this question only.
template <class Call>
auto written(const char* part, Call call) {
  try {
    return call();
  } catch (const nn::NotStarted&) {
    throw std::logic_error(std::string(part) + " is still the stub: it is the next thing to write");
  }
}

Reply parameters(const std::vector<Array>& in) {
  const auto network = make_network(in[0]);
  const std::vector<tp2::Parameter> all = network->parameters();
  Array shapes({2, static_cast<Index>(all.size())});
  std::string names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const nn::Matrix& data = all[i].data();
    shapes(0, static_cast<Index>(i)) = static_cast<double>(data.rows());
    shapes(1, static_cast<Index>(i)) = static_cast<double>(data.cols());
    names += all[i].name() + "\n";
  }
  return {{}, {shapes, in[0]}, names};
}

Reply init(const std::vector<Array>& in) {
  const auto network = make_network(in[0]);
  const std::vector<tp2::Parameter> all = network->parameters();
  nn::Rng rng(to_seed(in[1]));
  written("init_parameters", [&] { network->init_parameters(rng); });
  std::vector<double> entries;
  for (const tp2::Parameter& p : all) {
    entries.insert(entries.end(), p.data().begin(), p.data().end());
  }
  return {{}, {column(std::move(entries)), in[0], in[1]}, {}};
}

Reply run(const std::vector<Array>& in) {
  const auto network = make_network(in[0]);
  std::vector<tp2::Parameter> all = network->parameters();
  if (all.size() + 3 != in.size()) {
    throw std::logic_error("the constructor made another number of parameters than the last time");
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].data() = to_matrix(in[i + 3]);
  // Another network, which must not matter to the first.
  const auto bystander = make_network(in[0]);
  for (tp2::Parameter& p : bystander->parameters()) {
    for (double& entry : p.data()) entry = 0.5;
  }

  const tp2::Tensor x(to_matrix(in[1]));
  const tp2::Tensor y = written("forward", [&] { return network->forward(x); });
  const Shape shape{y.data().rows(), y.data().cols()};
  if (y.requires_grad() && shape == in[2].shape) y.backward(to_matrix(in[2]));
  Reply reply{{}, {to_array(y.data())}, {}};
  for (const tp2::Parameter& p : all) reply.arrays.push_back(to_array(p.gradient()));
  reply.arrays.insert(reply.arrays.end(), {in[0], to_array(x.data()), in[2]});
  for (const tp2::Parameter& p : all) reply.arrays.push_back(to_array(p.data()));
  return reply;
}

}  // namespace

Reply tell(const protocol::Request& request) {
  switch (request.operation) {
    case protocol::Operation::kTp2DeepParameters:
      return parameters(request.arrays);
    case protocol::Operation::kTp2DeepInit:
      return init(request.arrays);
    default:
      return run(request.arrays);
  }
}

}  // namespace gradus::worker
