#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mnist/dataset.hpp"

/// \file
/// What every peer is asked for, and how it answers: the same work, so that times compare.

namespace gradus::bench {

/// One measurement that `compare` orders, and the files that it has prepared for it.
struct Task {
  std::string model;  ///< `linear`: 784-10; `mlp`: 784-100-10 with tanh
  std::string dtype;  ///< `f64` or `f32`
  std::size_t batch = 1;
  std::vector<std::int32_t> order;  ///< which training image comes when, batch after batch
  std::vector<double> W0;           ///< initial weights, row after row; biases start at 0
  std::vector<double> W1;           ///< the second layer's; empty if the model is linear
  mnist::Digits train;
  mnist::Digits test;
  double load_seconds = 0.0;  ///< reading the training images, processor time

  [[nodiscard]] double learning_rate() const;
  [[nodiscard]] bool is_linear() const { return model == "linear"; }
  [[nodiscard]] std::size_t inputs() const { return 784; }
  [[nodiscard]] std::size_t hidden() const { return 100; }
  [[nodiscard]] std::size_t classes() const { return 10; }
  [[nodiscard]] const std::uint8_t* train_image(std::size_t i) const;
  [[nodiscard]] const std::uint8_t* test_image(std::size_t i) const;
};

/// Reads the command line that `compare` gives every peer:
/// `--mnist FOLDER --task FOLDER --model M --dtype D --batch B --samples N`.
/// @throws std::runtime_error if a word or a file is not as expected.
Task read_task(int argc, char** argv);

/// Processor time of this thread, in seconds.
double processor_seconds();

/// What a peer has measured.
struct Answer {
  double train_seconds = 0.0;     ///< processor time for the whole order
  double evaluate_seconds = 0.0;  ///< processor time for the 10,000 test images
  std::size_t right = 0;          ///< of them
};

/// Prints the one line of JSON that `compare` reads.
void print(const Task& task, const Answer& answer);

}  // namespace gradus::bench
