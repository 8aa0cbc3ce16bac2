// One step of an optimiser with a penalty in front of it.
#ifndef CK_UPDATE_H
#define CK_UPDATE_H

#include <stddef.h>

/// The pull of L1 and L2 on each weight, in front of any optimiser. x is the weight, or the weight
/// minus its base weight.
///
/// The gradient becomes g + gradient_l1 * sign(x) + twice_l2 * x, sign(0) = 0. After the optimiser's
/// step, x moves towards 0 by proximal_l1 times the step size of that weight, and stops there. One of
/// gradient_l1 and proximal_l1 is 0.
typedef struct ck_penalty {
  float gradient_l1;
  float twice_l2;
  float proximal_l1;
  const float *_Nullable base;  // NULL: x is the weight itself
} ck_penalty;

/// What a penalty is made of, of the weights before the step.
typedef struct ck_penalty_sums {
  double absolute;  // sum |x|
  double squares;   // sum x^2
} ck_penalty_sums;

/// An optimiser's numbers for one step.
///
/// first, second and third are its state, laid out as the weights. s is the step size of a weight:
///
///   sgd       w -= s g                                                      s = rate
///   momentum  first = decay first - rate g;  w += first                     s = rate
///   nesterov  first = decay first - rate g;  w += decay first - rate g      s = rate
///   adam      first += gain1 (g - first);  second += gain2 (g^2 - second)
///             w -= s first                                   s = rate / (sqrt(second) + epsilon)
///   amsgrad   as adam, but s takes third = max(third, second) in the place of second
///   rmsprop   second += gain2 (g^2 - second)                 s = rate / sqrt(second + epsilon)
///             w -= s g, or, where first is kept, first = decay first + s g;  w -= first
///   adagrad   second += g^2;  w -= s g                       s = rate / sqrt(second + epsilon)
///   nadam     first and second as adam;  w -= s (ahead1 first + ahead2 g), s as adam
///   lion      c = first + gain1 (g - first);  w -= s sign(c)                s = rate
///             first += gain2 (g - first)
///
/// Before all of it w -= w * weight_decay.
typedef struct ck_rule {
  float rate;  // the learning rate, for the Adam kinds corrected for bias
  float decay;
  float gain1, gain2;  // 1 minus the decays of the means
  float ahead1, ahead2;  // nadam: the shares of the next step's mean and of the gradient
  float epsilon;
  float weight_decay;  // already times the learning rate
} ck_rule;

/// A step over n weights.
typedef struct ck_update {
  size_t n;
  float *_Nonnull weights;
  const float *_Nonnull gradients;
  const float *_Nullable more_gradients;  // added to them; NULL: none
  float *_Nullable first;
  float *_Nullable second;
  float *_Nullable third;
  ck_rule rule;
  const ck_penalty *_Nullable penalty;  // NULL: none
} ck_update;

#endif
