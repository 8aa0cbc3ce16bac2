// Normalisation of rows, or of the columns of a batch, as a value.
#ifndef CK_NORM_H
#define CK_NORM_H

#include <stddef.h>
#include <stdint.h>

/// Rows of inputs x, and rows of outputs y = gamma (x - mean) inverse + beta, inverse being
/// 1 / sqrt(variance + epsilon).
///
/// Of x a row can be read up to `columns`. The rows of y and dy are a multiple of CK_ROW_MULTIPLE
/// floats apart, and what lies behind the columns is zeroed; gamma, beta, dgamma, dbeta and what is one
/// a column take as many floats.
typedef struct ck_norm {
  size_t rows, columns;
  const float *_Nonnull x;
  size_t x_row;
  float *_Nullable y;
  size_t y_row;
  const float *_Nonnull gamma;
  const float *_Nonnull beta;
  float *_Nonnull mean;     // one a row (layer), one a column (batch)
  float *_Nonnull inverse;  // laid out as mean
  float epsilon;

  // Of a batch of series, `steps` rows each, the first lengths[i] rows are part; NULL: all.
  const int32_t *_Nullable lengths;
  size_t steps;

  // Backward.
  const float *_Nullable dy;
  float *_Nullable dx;  // rows x_row apart, zeroed behind the columns; NULL when not asked for
  float *_Nullable dgamma;
  float *_Nullable dbeta;
  int is_fixed;  // mean and inverse do not depend on x
} ck_norm;

#endif
