#pragma once

#include "nn/rng.hpp"
#include "nn/todo.hpp"
#include "tp2/parameter.hpp"

/// \file
/// First values of parameters.
///
/// All three work **in place**: they write into the matrix that is there, `W.data()`, so that the
/// network and the optimiser, which hold handles of their own to it, see the numbers. Assigning a
/// new Parameter to the argument would only change what the argument stands for. Every entry is
/// written, the shape stays, and no other parameter changes.

namespace tp2 {

/// Sets every entry to 0. Exercise tp2.zero_init.
///
/// Right for biases. Wrong for the weights of a hidden layer: units that start alike stay alike, as
/// they receive the same gradients.
///
/// \param b any shape
///
/// \see \ref ex_tp2_zero_init. Pitfalls: \ref initialisation, \ref parameter_handles
void zero_init(Parameter& b);

/// Draws every entry by itself from the uniform distribution of Glorot and Bengio. Exercise
/// tp2.glorot_init.
///
/// \f[ W_{ij} \sim U[-\ell, \ell], \qquad \ell = \sqrt{\frac{6}{n_\text{in} + n_\text{out}}} \f]
/// The variance \f$ \ell^2 / 3 \f$ is a compromise: values keep their size from layer to layer on
/// the way forward, and gradients on the way back, as long as the activation is about the identity
/// near 0, like tanh.
///
/// \param W   weights, out x in: the fan-in \f$ n_\text{in} \f$ is the number of columns, the
///            fan-out \f$ n_\text{out} \f$ that of rows
/// \param rng source of the random numbers; it moves on, so that the next call draws others
///
/// Source: Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural
/// networks", AISTATS (2010), section 4.2.1, equation 16.
///
/// \see \ref ex_tp2_glorot_init. Pitfalls: \ref glorot, \ref initialisation
void glorot_init(Parameter& W, nn::Rng& rng);

/// Draws every entry by itself from the uniform distribution of He et al. Exercise
/// tp2.kaiming_init.
///
/// \f[ W_{ij} \sim U[-\ell, \ell], \qquad \ell = \sqrt{\frac{6}{n_\text{in}}} \f]
/// The variance \f$ \ell^2 / 3 = 2 / n_\text{in} \f$ makes up for ReLU, which sets half of the
/// values to 0. The authors also derive \f$ 2 / n_\text{out} \f$, which keeps the size of gradients
/// instead, and find either sufficient; here it is the **fan-in**, as in equation 10.
///
/// \param W   weights, out x in: the fan-in \f$ n_\text{in} \f$ is the number of columns
/// \param rng source of the random numbers; it moves on, so that the next call draws others
///
/// Source: He, Zhang, Ren, Sun, "Delving deep into rectifiers", ICCV (2015), section 2.2,
/// equations 10 and 14.
///
/// \see \ref ex_tp2_kaiming_init. Pitfalls: \ref kaiming, \ref initialisation
void kaiming_init(Parameter& W, nn::Rng& rng);

}  // namespace tp2
