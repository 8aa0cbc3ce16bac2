// A group of weights that a penalty takes together, as a value.
#ifndef CK_GROUP_H
#define CK_GROUP_H

#include <stddef.h>
#include <stdint.h>

/// The weights at `members`, u behind an optimiser's step, and their penalty: strength times the norm of
/// u - base.
///
/// s is the step size of a weight: rate, with `squares` rate / (sqrt(square) + epsilon), or with
/// `is_inside` rate / sqrt(square + epsilon).
typedef struct ck_group {
  size_t n;
  const int32_t *_Nonnull members;
  float *_Nonnull weights;
  const float *_Nullable base;     // NULL is zero
  const float *_Nullable squares;  // laid out as the weights; NULL: all step sizes are the rate
  int is_inside;
  float rate, epsilon, strength;
  float *_Nonnull scratch;  // room for 2 n floats and 2 CK_ROW_MULTIPLE more
} ck_group;

#endif
