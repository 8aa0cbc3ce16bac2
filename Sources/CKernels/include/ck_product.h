// The product of two matrices, as a value.
#ifndef CK_PRODUCT_H
#define CK_PRODUCT_H

#include <stddef.h>

/// C = A B: C is rows x columns, A rows x depth, B depth x columns.
///
/// A is read element by element, so both of its strides are free and its transpose costs nothing.
/// B and C are row-major; columns, b_row and c_row are multiples of CK_ROW_MULTIPLE.
/// Each element is summed in the order of the depth, whatever the number of rows.
typedef struct ck_product {
  size_t rows, columns, depth;
  const float *_Nonnull a;
  size_t a_row, a_column;  // A[r, k] = a[r * a_row + k * a_column]
  const float *_Nonnull b;
  size_t b_row;
  float *_Nonnull c;
  size_t c_row;
  const float *_Nullable bias;  // a row that every row of C starts from; NULL is zero
  int relu;                     // when not 0, C = max(C, 0); NaN stays NaN
} ck_product;

#endif
