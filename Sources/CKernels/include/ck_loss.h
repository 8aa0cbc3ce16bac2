// Losses over a batch of outputs.
#ifndef CK_LOSS_H
#define CK_LOSS_H

#include <stddef.h>
#include <stdint.h>

/// A network's outputs for some rows, and where the loss's gradient goes.
typedef struct ck_outputs {
  const float *_Nonnull values;  // row r starts at values + r * row
  size_t row;
  size_t rows, columns;
  float *_Nullable gradient;  // laid out as values; the rest of each row, up to `row`, is zeroed
  float gradient_scale;       // the gradient's factor, 1 / rows for a mean
} ck_outputs;

/// What a loss adds to the sums over rows. Set to zero before the first batch.
typedef struct ck_loss_sums {
  double loss;            // cross-entropy in nats, or the mean over columns of squared errors
  double absolute_error;  // of the outputs against the targets, mean over columns
  double squared_error;
  size_t rows_with_loss;  // rows whose label is a class of the network
  size_t correct;         // rows whose largest output (the first of equal ones) is the label's
} ck_loss_sums;

// cross_entropy: -log softmax(values)[label]; a label below 0 or from `columns` up counts as wrong,
// adds no loss and has no gradient. squared_error: targets[r * columns + c].

#endif
