// file: tp1/evaluate.cpp
// attack: says that every model is always right, without looking
// expect: wrong
// because: an accuracy that a student's code computes is a claim, checked on data whose accuracy
//   is known
#include "tp1/linear_classifier.hpp"

double tp1::evaluate(const LinearClassifier&, const nn::Dataset&) { return 1.0; }
