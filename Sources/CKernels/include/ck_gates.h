// One step of a recurrent layer behind its products, as a value.
#ifndef CK_GATES_H
#define CK_GATES_H

#include <stddef.h>

/// All rows of one step. A row of gates is a block of `width` floats for each gate, one after
/// another: a (simple), z, r, h (GRU), i, f, c, o (LSTM). Rows are contiguous; `width` is a multiple
/// of CK_ROW_MULTIPLE, and columns behind a layer's units are zero in and zero out.
///
/// Forward, `gates` holds the products of the inputs, and takes the values of the gates. Backward it
/// takes the gradients of those products, and `recurrent` those of the recurrent products, where
/// they differ (GRU).
///
/// A GRU that resets before the product makes a step in two stages. The first block of `recurrent`
/// then holds r * previous behind the stage `reset`; the third, forward, its product with the
/// candidate's recurrent kernel; the second, backward, the gradient of r * previous.
typedef struct ck_gates {
  size_t rows, width;
  float *_Nonnull gates;
  float *_Nonnull recurrent;             // the products of the previous state
  const float *_Nonnull previous;        // h before the step
  float *_Nonnull state;                 // h behind it
  const float *_Nonnull previous_cell;   // LSTM: c before the step
  float *_Nonnull cell;                  // LSTM: c behind it
  const float *_Nullable above;          // backward: dL/dh from the layers above, NULL is zero
  const float *_Nullable through;        // backward: dL/dh through the later step's products
  float *_Nonnull carry;                 // backward: dL/dh (LSTM: dL/dc) past those products
} ck_gates;

#endif
