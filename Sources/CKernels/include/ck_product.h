// The product of two matrices, as a value.
#ifndef CK_PRODUCT_H
#define CK_PRODUCT_H

#include <stddef.h>

/// C = A B: C is rows x columns, A rows x depth, B depth x columns.
///
/// A is read element by element, so both of its strides are free and its transpose costs nothing.
/// B and C are row-major; columns, b_row and c_row are multiples of CK_ROW_MULTIPLE.
/// Each element is summed in the order of the depth, whatever the number of rows, with or without packing.
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
  int adds;                     // when not 0, C starts from itself instead, and bias is not used
  float *_Nullable packed;      // room for CK_PACKED_FLOATS; NULL multiplies without copies
} ck_product;

/// How large products are packed.
///
/// A right factor of up to DEPTH x COLUMNS is copied as a whole, for the third cache. Blocks of the left one,
/// and of what comes out, are of BLOCK_ROWS rows, for the second; they meet BLOCK_DEPTH deep at a time.
enum {
  CK_PACKED_DEPTH = 1152,
  CK_PACKED_COLUMNS = 512,
  CK_BLOCK_DEPTH = 192,
  CK_BLOCK_ROWS = 96,  // a multiple of every height of a strip
  CK_PACKED_RIGHT_FLOATS = CK_PACKED_DEPTH * CK_PACKED_COLUMNS,
  CK_PACKED_LEFT_FLOATS = CK_BLOCK_ROWS * (CK_BLOCK_DEPTH + CK_PACKED_COLUMNS),
  CK_PACKED_FLOATS = CK_PACKED_LEFT_FLOATS + CK_PACKED_RIGHT_FLOATS
};

#endif
