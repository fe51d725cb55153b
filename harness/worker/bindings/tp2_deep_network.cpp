#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "nn/error.hpp"
#include "worker/answer.hpp"
#include "worker/bindings/tp2_deep.hpp"
#include "worker/bindings/tp2_story.hpp"
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

/// Another network, which must not matter to the first.
class Bystander {
 public:
  explicit Bystander(Array dims) : dims_(std::move(dims)), network_(make_network(dims_)) {
    for (tp2::Parameter& p : network_->parameters()) {
      for (double& entry : p.data()) entry = 0.5;
    }
  }

  /// Of one more unit and one more layer, and with the other activation.
  static Bystander unlike(Array dims) {
    for (Index i = 0; i < 4; ++i) dims[i] += 1.0;
    dims[4] = 1.0 - dims[4];
    return Bystander(std::move(dims));
  }

  void run() const {
    const auto n = static_cast<nn::Index>(dims_[0]);
    (void)network_->forward(tp2::Tensor(nn::Matrix::zeros(n, 2) + 0.25));
  }

 private:
  Array dims_;
  std::unique_ptr<tp2::DeepNetwork> network_;
};

Reply run(const std::vector<Array>& in, bool crowd) {
  const auto network = make_network(in[0]);
  std::vector<tp2::Parameter> all = network->parameters();
  if (all.size() + 3 != in.size()) {
    throw std::logic_error("the constructor made another number of parameters than the last time");
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].data() = to_matrix(in[i + 3]);
  const Bystander bystander = crowd ? Bystander::unlike(in[0]) : Bystander(in[0]);

  const tp2::Tensor x = to_leaf(in[1], true);
  const auto forward = [&] { return written("forward", [&] { return network->forward(x); }); };
  const tp2::Tensor y = forward();
  if (crowd) bystander.run();
  go_back(y, in[2]);
  if (crowd) go_back(forward(), in[2]);
  Reply reply{{}, {to_array(y.data()), to_array(x.gradient())}, {}};
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
    default: {
      const bool crowd = request.operation == protocol::Operation::kTp2DeepCrowd;
      return counting_nodes(2, [&] { return run(request.arrays, crowd); });
    }
  }
}

}  // namespace gradus::worker
