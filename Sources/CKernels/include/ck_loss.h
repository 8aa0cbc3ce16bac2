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
  const float *_Nullable weights;  // a factor for the loss of each row; NULL is 1
} ck_outputs;

/// How labels are taken. Class c of k gets the share t_c = (1 - smoothing) [c is the label] +
/// smoothing / k.
typedef struct ck_class_loss {
  float smoothing;
  float gamma, alpha;  // of the focal loss
} ck_class_loss;

/// What a loss adds to the sums over rows. Set to zero before the first batch.
typedef struct ck_loss_sums {
  double loss;            // cross-entropy in nats, or the mean over columns of squared errors
  double absolute_error;  // of the outputs against the targets, mean over columns
  double squared_error;
  size_t rows_with_loss;  // rows, whatever their weight, whose label is a class of the network
  size_t correct;         // rows whose largest output (the first of equal ones) is the label's
} ck_loss_sums;

// cross_entropy: -log softmax(values)[label]; a label below 0 or from `columns` up counts as wrong,
// adds no loss and has no gradient; `weights` are not heeded. shared_cross_entropy: the sum over classes
// of t_c (-log p_c), p = softmax(values). focal_cross_entropy: of alpha (1 - p_c)^gamma t_c (-log p_c).
// binary_cross_entropy: one column, p its logistic function, labels 0 and 1; correct when the label is
// 1 where the output is above 0, else 0.
// With the error e = values - targets[r * columns + c], means over columns: squared_error: e^2.
// absolute_error: |e|, its gradient 0 at 0. huber: e^2 / 2 up to |e| = delta, delta (|e| - delta / 2)
// beyond.

#endif
