#pragma once

#include <cstdint>

namespace gradus::protocol {

/// What a worker can be asked: one complete story each (build, run, read back).
///
/// Nothing lives in a worker between requests, with one exception: kTp2MnistLogits uses the network
/// that kTp2MnistTrain has just trained. Every request and reply is a fixed sequence of arrays;
/// single numbers are 1 x 1; an absent gradient is 0 x 0. "Pixels" are features x samples, with
/// whole numbers 0 to 255; labels and positions are columns of whole numbers.
enum class Operation : std::uint16_t {
  kTp1BackwardAffine = 0x100,  ///< W, b, x, g -> gW, gb
  kTp1Softmax,                 ///< logits -> probabilities
  kTp1Nll,                     ///< logits, gold -> loss
  kTp1BackwardNll,             ///< logits, gold, g -> gradient of the logits
  kTp1Evaluate,                ///< W, b, pixels, labels -> accuracy
  kTp1Train,  ///< W, b, train pixels, train labels, dev pixels, dev labels, epochs, learning rate,
              ///< seed -> W, b, log (3 x epochs: mean loss, train accuracy, dev accuracy)
  kTp1MnistTrain,  ///< train labels, dev labels, epochs, learning rate, seed; blob: train and dev
                   ///< pixels -> W, b, log

  // In TP2 the columns of x, logits, y and g are samples, and "requires_grad" holds zeros and ones.
  // Nothing goes backward if no input requires gradients. "Nodes left" is how many nodes of the
  // graph are still in memory when the caller has dropped all of his.
  //
  // "Twice" stories build two graphs, go back through the second, then twice through the first,
  // build the first once more and go back through that: its gradients add up to three times those
  // of one graph. What the caller passed in stands for something else by then.
  kTp2Tanh = 0x200,  ///< x, requires_grad, g -> y, gx, graph built, gradient of y, nodes left
  kTp2TanhTwice,     ///< x1, g1, x2, g2 -> y1, gx1, y2, gx2
  kTp2Affine,  ///< W, b, x, requires_grad (3 x 1), g -> y, gW, gb, gx, graph built, gradient of
               ///< y, nodes left
  kTp2AffineTwice,  ///< W, b, x1, g1, x2, g2 -> y1, y2, gW, gb, gx1, gx2; W and b shared
  kTp2Nll,          ///< logits, golds, requires_grad, g -> loss, gradient, graph built, gradient of
                    ///< the loss, nodes left
  kTp2NllTwice,     ///< logits1, golds1, g1, logits2, golds2, g2 -> gradient1, gradient2
  kTp2ZeroInit,     ///< rows, cols -> b, a neighbour of the same shape that held 1, 2, 3, ...;
                    ///< both read through handles taken before the call
  kTp2GlorotInit,   ///< rows, cols, seed -> W, V (two parameters, one generator), W once more;
                    ///< read through handles taken before the calls
  kTp2KaimingInit,  ///< as kTp2GlorotInit
  kTp2TrainingLoop,    ///< on a LinearNetwork: W, b, train pixels, train labels, dev pixels, dev
                       ///< labels, epochs, learning rate, seed -> W, b, log
  kTp2DeepParameters,  ///< dims (5 x 1: input, output, hidden, hidden layers, 0 for tanh or 1 for
                       ///< ReLU) -> shapes (2 x parameters); text: their names, one a line
  kTp2DeepInit,        ///< dims, seed -> all entries in one column, parameter after parameter
  kTp2DeepRun,      ///< dims, x, g, parameters... -> y, gx, nodes left, gradients in the same order
  kTp2DeepCrowd,    ///< as kTp2DeepRun, beside a network of other dimensions and activation, which
                    ///< is made and run in between; goes forward and back twice
  kTp2MnistTrain,   ///< train labels, dev labels, epochs, learning rate, seed, dims; blob: train
                    ///< and dev pixels -> log
  kTp2MnistLogits,  ///< blob: test pixels -> logits (classes x samples)
  kTp2Graph,        ///< dims, samples -> nodes, links, steps; text: names, what a step has said; as
                    ///< graph/wire.hpp has it
};

}  // namespace gradus::protocol
