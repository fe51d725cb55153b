#pragma once

#include <algorithm>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <string_view>

#include "bench/peers/task.hpp"

namespace gradus::bench {

/// Trains and evaluates `model`, which has `train(task)` and `count_right(task)`.
template <class Model>
Answer measure(const Task& task, Model&& model) {
  Answer answer;
  double start = processor_seconds();
  model.train(task);
  answer.train_seconds = processor_seconds() - start;
  start = processor_seconds();
  answer.right = model.count_right(task);
  answer.evaluate_seconds = processor_seconds() - start;
  return answer;
}

/// The main function of a peer: exit status 2 if it cannot compute with the numbers asked for.
template <class Run>
int run_peer(int argc, char** argv, std::initializer_list<std::string_view> dtypes, Run run) {
  try {
    const Task task = read_task(argc, argv);
    if (std::find(dtypes.begin(), dtypes.end(), task.dtype) == dtypes.end()) return 2;
    print(task, run(task));
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 1;
  }
}

}  // namespace gradus::bench
