#pragma once

#include "nn/dataset.hpp"
#include "nn/rng.hpp"
#include "nn/training.hpp"
#include "protocol/message.hpp"

/// The program behind `gradus train`: a student's whole lab, trained on plain MNIST in the
/// foreground. It is the student's own run: nothing it prints is a mark.
namespace gradus::trainer {

/// Trains the lab that this program was linked with. Each lab has its own definition.
/// \return the accuracy on the test images
double train(const nn::Dataset& train, const nn::Dataset& dev, const nn::Dataset& test,
             const nn::TrainingOptions& options, nn::Rng& rng);

}  // namespace gradus::trainer
