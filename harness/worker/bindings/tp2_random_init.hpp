#pragma once

#include "tp2/init.hpp"
#include "worker/answer.hpp"
#include "worker/convert.hpp"

namespace gradus::worker {

/// The story of an initialiser that draws: two parameters, one generator.
inline protocol::Reply tell_of_two(const protocol::Request& request,
                                   void (*init)(tp2::Parameter&, nn::Rng&)) {
  const auto& in = request.arrays;
  tp2::Parameter W("W", to_index(in[0]), to_index(in[1]));
  tp2::Parameter V("V", to_index(in[0]), to_index(in[1]));
  // What an optimiser would hold: the entries that count are those that it sees.
  const tp2::Parameter first = W;
  const tp2::Parameter second = V;
  nn::Rng rng(to_seed(in[2]));
  init(W, rng);
  const Array before = to_array(first.data());
  init(V, rng);
  return {{}, {before, to_array(second.data()), to_array(first.data()), in[0], in[1], in[2]}, {}};
}

}  // namespace gradus::worker
