// file: tp1/train.cpp
// attack: trains nothing, and writes a log of a training that went perfectly
// expect: wrong
// because: what is judged are the parameters that come back, computed again by the grader
#include "tp1/linear_classifier.hpp"

nn::TrainingLog tp1::train(LinearClassifier&, const nn::Dataset&, const nn::Dataset&,
                           const nn::TrainingOptions& options, nn::Rng&) {
  nn::TrainingLog log;
  for (int epoch = 0; epoch < options.epochs; ++epoch) log.add({0.0, 1.0, 1.0});
  return log;
}
